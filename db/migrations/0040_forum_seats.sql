-- Who sits in the forum: decisions about its composition, constituencies, seats, who holds them, who speaks for the
-- holder. Nothing is overwritten: an end is a row of its own, and the seats of any past day can be told.

-- A decision by which the forum was composed or grew: quoted by its number, dated, with the day from which it counts.
create table forum_compositions (
  forum_id uuid not null references core_forums (id),
  id uuid not null,
  kind text not null check (kind in ('founding', 'expansion')),
  -- as people cite it: "qərar 3", "təsis yığıncağının 1 nömrəli protokolu"
  number text not null check (number <> '' and length(number) <= 200),
  decided_on date not null,
  from_day date not null,
  reason text check (reason <> '' and length(reason) <= 2000),
  url text check (length(url) <= 2000),
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  check (from_day >= decided_on)
);
create unique index forum_compositions_founding on forum_compositions (forum_id) where kind = 'founding';

-- Districts and other places that a decision added to what the forum is about (ids of the module places).
create table forum_composition_places (
  forum_id uuid not null,
  composition_id uuid not null,
  place_id uuid not null,
  primary key (forum_id, composition_id, place_id),
  foreign key (forum_id, composition_id) references forum_compositions (forum_id, id)
);

-- A group of members that fills its own seats.
create table forum_constituencies (
  forum_id uuid not null,
  id uuid not null,
  composition_id uuid not null,
  position integer not null check (position > 0),
  name jsonb not null,
  entered_at timestamptz not null,
  primary key (forum_id, id),
  unique (forum_id, position),
  foreign key (forum_id, composition_id) references forum_compositions (forum_id, id)
);

-- One vote. It begins with the decision that made it.
create table forum_seats (
  forum_id uuid not null,
  id uuid not null,
  number integer not null check (number between 1 and 100000),
  constituency_id uuid not null,
  composition_id uuid not null,
  from_day date not null,
  primary key (forum_id, id),
  unique (forum_id, number),
  foreign key (forum_id, constituency_id) references forum_constituencies (forum_id, id),
  foreign key (forum_id, composition_id) references forum_compositions (forum_id, id)
);

-- A seat is given up by a decision; its last day is included.
create table forum_seat_ends (
  forum_id uuid not null,
  seat_id uuid not null,
  last_day date not null,
  decision text not null check (decision <> '' and length(decision) <= 200),
  reason text not null check (reason <> '' and length(reason) <= 2000),
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, seat_id),
  foreign key (forum_id, seat_id) references forum_seats (forum_id, id)
);

-- An organisation (a body of the module places) holds a seat.
create table forum_holdings (
  forum_id uuid not null,
  id uuid not null,
  seat_id uuid not null,
  body_id uuid not null,
  from_day date not null,
  -- the last day of its term; null: until it is ended
  to_day date,
  source text not null check (source <> '' and length(source) <= 500),
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  check (to_day is null or to_day >= from_day),
  foreign key (forum_id, seat_id) references forum_seats (forum_id, id)
);
create index forum_holdings_seat on forum_holdings (forum_id, seat_id);
create index forum_holdings_body on forum_holdings (forum_id, body_id);

-- It ended before its term, or (without a last day) it was entered by mistake and never was.
create table forum_holding_ends (
  forum_id uuid not null,
  holding_id uuid not null,
  last_day date,
  reason text not null check (reason <> '' and length(reason) <= 2000),
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, holding_id),
  foreign key (forum_id, holding_id) references forum_holdings (forum_id, id)
);

-- Who speaks for the organisation on its seat: a person of the module identity, an office, or both.
create table forum_mandates (
  forum_id uuid not null,
  id uuid not null,
  holding_id uuid not null,
  kind text not null check (kind in ('representative', 'alternate')),
  person_id uuid,
  office jsonb,
  from_day date not null,
  to_day date,
  source text not null check (source <> '' and length(source) <= 500),
  -- the role of the module identity that follows from it
  role_id uuid,
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  check (to_day is null or to_day >= from_day),
  check (person_id is not null or office is not null),
  check ((person_id is null) = (role_id is null)),
  foreign key (forum_id, holding_id) references forum_holdings (forum_id, id)
);
create index forum_mandates_holding on forum_mandates (forum_id, holding_id);
create index forum_mandates_role on forum_mandates (forum_id, role_id) where role_id is not null;

create table forum_mandate_ends (
  forum_id uuid not null,
  mandate_id uuid not null,
  last_day date,
  reason text not null check (reason <> '' and length(reason) <= 2000),
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, mandate_id),
  foreign key (forum_id, mandate_id) references forum_mandates (forum_id, id)
);
