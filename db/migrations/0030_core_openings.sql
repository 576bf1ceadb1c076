-- How a forum becomes public, and how careful it is. Each change is a row with who and when; the last one counts.
-- A forum without a row is open: it is older than preparation, or it is the installation's own.
create table core_openings (
  forum_id uuid not null references core_forums (id),
  id uuid not null,
  -- prepared: visitors see only the name and the day; shown, hidden: one kind of pages (null: every kind); opened: to everybody
  step text not null check (step in ('prepared', 'shown', 'hidden', 'opened')),
  part text check (part ~ '^[a-z][a-z_]{1,39}$'),
  opens_on date,
  at timestamptz not null,
  by uuid,
  primary key (forum_id, id),
  check (part is null or step in ('shown', 'hidden')),
  check (opens_on is null or step = 'prepared')
);

-- The caution level: what is shown to whom is said by the tables of the rooms.
create table core_cautions (
  forum_id uuid not null references core_forums (id),
  id uuid not null,
  level text not null check (level in ('open', 'careful', 'closed')),
  at timestamptz not null,
  by uuid,
  primary key (forum_id, id)
);
