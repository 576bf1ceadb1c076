-- A demand to take something down: a case that is written down before anything is done, and counted in public.
-- The name of who demanded and the letter are for those who keep the record; the kind, the day and the ground are public.
create table home_demands (
  forum_id uuid not null references core_forums (id),
  id uuid not null,
  object_type text not null,
  object_id uuid not null,
  object_path text not null,
  object_title jsonb not null,
  demander text not null check (demander in ('person_concerned', 'office', 'court', 'company', 'other')),
  demander_name text,
  demanded_on date not null,
  ground text not null check (ground <> ''),
  file_id uuid,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, file_id) references core_files (forum_id, id)
);

-- What became of it; the last one counts. No row: nothing was decided yet.
create table home_demand_outcomes (
  forum_id uuid not null,
  id uuid not null,
  demand_id uuid not null,
  outcome text not null check (outcome in ('withheld', 'refused', 'restored')),
  withholding_id uuid,
  decided_at timestamptz not null,
  decided_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, demand_id) references home_demands (forum_id, id)
);
create index home_demand_outcomes_demand on home_demand_outcomes (forum_id, demand_id, id);
