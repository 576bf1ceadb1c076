-- Who looked at whose personal data: for the person concerned, never public. One row for a day, however often the
-- same person looked at the same: what matters is who, and that the table does not grow with every page.
create table core_readings (
  forum_id uuid not null references core_forums (id),
  person_id uuid not null,
  day date not null,
  reader_id uuid not null,
  what text not null check (length(what) <= 100),
  reader_role text not null,
  first_at timestamptz not null,
  primary key (forum_id, person_id, day, reader_id, what)
);
create index core_readings_person on core_readings (person_id, first_at desc);
