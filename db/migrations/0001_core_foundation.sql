-- For searching names without their marks and by likeness, and for periods that must not overlap.
create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

-- The forums of this installation. The row of kind 'reference' owns what belongs to no single forum:
-- the national register of places and bodies, and national plans.
create table core_forums (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  kind text not null check (kind in ('living', 'record', 'reference')),
  name jsonb not null check (jsonb_typeof(name) = 'object'),
  motto jsonb not null default '{}' check (jsonb_typeof(motto) = 'object'),
  country text not null check (country ~ '^[A-Z]{2}$'),
  languages text[] not null check (cardinality(languages) > 0),
  zone text not null,
  motif smallint not null default 1 check (motif between 1 and 3),
  demonstration boolean not null default false,
  revision bigint not null default 0,
  created_at timestamptz not null
);

insert into core_forums (id, slug, kind, name, motto, country, languages, zone, motif, created_at) values (
  '00000000-0000-7000-8000-000000000000', 'national', 'reference',
  '{"az": "Ölkə üzrə reyestr", "en": "National register", "ru": "Реестр по стране"}', '{}',
  'AZ', array['az', 'en', 'ru'], 'Asia/Baku', 1, '2026-01-01T00:00:00Z'
);

-- Values that the program keeps about the installation itself.
create table core_settings (
  key text primary key,
  value jsonb not null,
  changed_at timestamptz not null
);

-- The public record: one entry for every public deed, never changed afterwards.
create table core_entries (
  forum_id uuid not null references core_forums (id),
  id uuid not null,
  at timestamptz not null,
  kind text not null,
  actor_role text not null,
  actor_person uuid,
  by_way text not null check (by_way in ('account', 'link', 'paper', 'system')),
  object_type text not null,
  object_id uuid not null,
  object_path text,
  touched jsonb not null default '[]' check (jsonb_typeof(touched) = 'array'),
  place_id uuid,
  bodies jsonb not null default '[]' check (jsonb_typeof(bodies) = 'array'),
  params jsonb not null default '{}' check (jsonb_typeof(params) = 'object'),
  primary key (forum_id, id)
);
create index core_entries_newest on core_entries (forum_id, at desc, id desc);
create index core_entries_object on core_entries (forum_id, object_id, at desc);
create index core_entries_touched on core_entries using gin (touched jsonb_path_ops);
create index core_entries_bodies on core_entries using gin (bodies jsonb_path_ops);
create index core_entries_place on core_entries (forum_id, place_id, at desc) where place_id is not null;

-- Nobody changes the record, whatever the program says. One exception, for taking the demonstration world away:
-- entries of a forum that is marked as demonstration may be deleted in a transaction that has said
--   set local ortaq.demonstration_removal = '<id of that forum>'
create function core_entries_refuse() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if current_setting('ortaq.demonstration_removal', true) = old.forum_id::text
       and exists (select 1 from core_forums where id = old.forum_id and demonstration) then
      return old;
    end if;
  end if;
  raise exception 'The public record is append-only: % of core_entries is refused.', lower(tg_op)
    using errcode = 'restrict_violation';
end
$$;
create trigger core_entries_rows before update or delete on core_entries
  for each row execute function core_entries_refuse();
create trigger core_entries_truncate before truncate on core_entries
  for each statement execute function core_entries_refuse();

-- What was uploaded; the bytes lie in the files folder under their hash.
create table core_files (
  forum_id uuid not null references core_forums (id),
  id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  bytes bigint not null check (bytes >= 0),
  name text not null,
  public boolean not null default false,
  added_at timestamptz not null,
  added_by uuid,
  primary key (forum_id, id)
);
create index core_files_sha256 on core_files (forum_id, sha256);

-- Work to be done at a time, queued in the transaction that makes it necessary. Times come from the
-- application's clock. Jobs that failed for good stay here as 'dead' until somebody looks at them.
create table core_jobs (
  forum_id uuid not null references core_forums (id),
  id uuid not null,
  name text not null,
  key text,
  due_at timestamptz not null,
  data jsonb not null default '{}',
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'dead')),
  attempts integer not null default 0,
  claim uuid,
  claimed_until timestamptz,
  last_error text,
  queued_at timestamptz not null,
  finished_at timestamptz,
  primary key (forum_id, id),
  check ((state = 'running') = (claim is not null)),
  check ((claim is null) = (claimed_until is null)),
  check ((state in ('done', 'dead')) = (finished_at is not null))
);
create unique index core_jobs_key on core_jobs (forum_id, name, key) where key is not null;
create index core_jobs_due on core_jobs (due_at, id) where state in ('waiting', 'running');
create index core_jobs_finished on core_jobs (finished_at) where state = 'done';
