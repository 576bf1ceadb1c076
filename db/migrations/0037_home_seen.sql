-- How much of a forum's public log a person has marked as seen: moved by a press, never by opening a page. Only the
-- last press is kept, and only its day: when somebody reads is nobody's business.
create table home_seen (
  forum_id uuid not null references core_forums (id),
  person_id uuid not null,
  -- So many entries of the log stood before the reader.
  size bigint not null check (size >= 0),
  seen_on date not null,
  primary key (forum_id, person_id)
);
-- For what is held about a person, and for forgetting it.
create index home_seen_person on home_seen (person_id);
