-- Places and bodies. Every table is of a forum; the national register's rows carry the reference forum.
-- A link to a row that may be of the reference forum has no foreign key (none may cross forums): commands check it,
-- and no place or body is ever deleted while its forum stands.

create table places_places (
  forum_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('country', 'district', 'municipality', 'territory', 'community')),
  slug text not null check (slug ~ '^[a-z0-9][a-z0-9-]{0,79}$'),
  -- official code: ISO 3166-2 of a district, the register's number of a municipality
  code text check (code <> ''),
  name jsonb not null,
  -- what it lies in by the municipal order (community in municipality in district)
  parent_id uuid,
  -- the administrative territory (ExCom representation) that serves it, beside the municipality
  territory_id uuid,
  lon double precision check (lon between -180 and 180),
  lat double precision check (lat between -90 and 90),
  -- GeoJSON Polygon or MultiPolygon
  outline jsonb,
  -- first day; null: not known, before our records
  valid_from date,
  -- the day from which it is no more; null: it stands
  valid_to date,
  -- the act by which it ended
  ended_by text,
  source text,
  entered_at timestamptz not null,
  primary key (forum_id, id),
  unique (forum_id, slug),
  check ((lon is null) = (lat is null)),
  check (valid_from is null or valid_to is null or valid_to > valid_from),
  check (valid_to is not null or ended_by is null),
  check (parent_id <> id and territory_id <> id)
);
create unique index places_places_code on places_places (forum_id, code) where code is not null;
create index places_places_id on places_places (id);
create index places_places_parent on places_places (parent_id) where parent_id is not null;
create index places_places_territory on places_places (territory_id) where territory_id is not null;

-- Figures by day and source; two sources may differ on one day. No row is "unknown", never nought.
create table places_populations (
  forum_id uuid not null,
  id uuid not null,
  place_id uuid not null,
  day date not null,
  people integer not null check (people >= 0),
  households integer check (households >= 0),
  source text not null check (source <> ''),
  entered_at timestamptz not null,
  primary key (forum_id, id),
  unique (forum_id, place_id, day, source),
  foreign key (forum_id, place_id) references places_places (forum_id, id)
);

-- Merged into: the predecessor ended and the successor took over on that day.
create table places_links (
  forum_id uuid not null,
  predecessor_id uuid not null,
  successor_id uuid not null,
  day date not null,
  source text not null check (source <> ''),
  entered_at timestamptz not null,
  primary key (forum_id, predecessor_id, successor_id),
  foreign key (forum_id, predecessor_id) references places_places (forum_id, id),
  check (predecessor_id <> successor_id)
);
create index places_links_successor on places_links (successor_id);

-- Which places of the national register a forum is about (a forum may span several districts).
create table places_areas (
  forum_id uuid not null,
  place_id uuid not null,
  entered_at timestamptz not null,
  primary key (forum_id, place_id)
);

create table places_bodies (
  forum_id uuid not null,
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9][a-z0-9-]{0,79}$'),
  kind text not null check (kind in (
    'excom', 'excom_representation', 'municipality', 'state_body', 'central_body', 'parliament', 'court',
    'community_council', 'neighbourhood_committee', 'cbo', 'ngo', 'citizens_group', 'trade_union', 'media',
    'public_council', 'forum', 'school', 'health', 'service_centre', 'post', 'bank', 'operator', 'company',
    'donor', 'international', 'class'
  )),
  name jsonb not null,
  short jsonb,
  place_id uuid,
  site text,
  -- of the office, never of a person: these three are public
  email text,
  phone text,
  address text,
  valid_from date,
  valid_to date,
  ended_by text,
  source text,
  entered_at timestamptz not null,
  primary key (forum_id, id),
  unique (forum_id, slug),
  check (valid_from is null or valid_to is null or valid_to > valid_from),
  check (valid_to is not null or ended_by is null)
);
create index places_bodies_id on places_bodies (id);
create index places_bodies_place on places_bodies (place_id) where place_id is not null;

-- succeeded_by: took over its tasks on a day; part_of: belongs to; in_class: one of a class that a plan names.
create table places_body_links (
  forum_id uuid not null,
  body_id uuid not null,
  relation text not null check (relation in ('succeeded_by', 'part_of', 'in_class')),
  other_id uuid not null,
  day date,
  source text,
  entered_at timestamptz not null,
  primary key (forum_id, body_id, relation, other_id),
  foreign key (forum_id, body_id) references places_bodies (forum_id, id),
  check (body_id <> other_id),
  check (relation <> 'succeeded_by' or day is not null)
);
create index places_body_links_other on places_body_links (other_id);

-- A file brought in: judged row by row first, written only when the person says so.
create table places_imports (
  forum_id uuid not null,
  id uuid not null,
  what text not null check (what in ('places', 'populations', 'bodies')),
  file_name text not null,
  sha256 text not null,
  -- the tables of the file, cells as text: [{kind, sheet, number, rows: [{line, cells}]}]
  sheets jsonb not null,
  made_at timestamptz not null,
  made_by uuid,
  written_at timestamptz,
  primary key (forum_id, id)
);

-- What other modules may join.
create view places_public_places as
select forum_id, id, kind, slug, code, name, parent_id, territory_id, lon, lat, valid_from, valid_to
from places_places;

create view places_public_bodies as
select forum_id, id, slug, kind, name, short, place_id, site, valid_from, valid_to
from places_bodies;
