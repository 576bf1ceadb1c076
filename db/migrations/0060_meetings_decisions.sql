-- The register of decisions, and what was given to whom to do.

create table meetings_decisions (
  forum_id uuid not null,
  id uuid not null,
  -- number of the register
  number integer not null check (number > 0),
  on_day date not null,
  words jsonb not null,
  kind text not null check (kind in ('ballot', 'consensus', 'noted')),
  meeting_id uuid,
  item_id uuid,
  -- of the module ballots
  ballot_id uuid,
  ballot_number integer check ((ballot_id is null) = (ballot_number is null)),
  -- the article by which it was taken
  document text,
  article text,
  -- the earlier decision that this one corrects
  corrects_id uuid,
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  unique (forum_id, number),
  -- one ballot writes one decision
  unique (forum_id, ballot_id),
  check ((kind = 'ballot') = (ballot_id is not null)),
  foreign key (forum_id, meeting_id) references meetings_meetings (forum_id, id),
  foreign key (forum_id, item_id) references meetings_items (forum_id, id),
  foreign key (forum_id, corrects_id) references meetings_decisions (forum_id, id)
);
create index meetings_decisions_meeting on meetings_decisions (forum_id, meeting_id);

-- What became of a decision; the latest row counts.
create table meetings_outcomes (
  forum_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  state text not null check (state in ('under_way', 'carried_out', 'given_up')),
  words jsonb not null,
  -- a page of the forum that shows it
  path text check (path like '/%' and length(path) <= 300),
  on_day date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, decision_id) references meetings_decisions (forum_id, id)
);
create index meetings_outcomes_decision on meetings_outcomes (forum_id, decision_id);

-- A task with its owner: a body, for a seat or an office. What is due is a case of the module obligations.
create table meetings_tasks (
  forum_id uuid not null,
  id uuid not null,
  number integer not null check (number > 0),
  meeting_id uuid,
  item_id uuid,
  decision_id uuid,
  words jsonb not null,
  body_id uuid not null,
  seat_id uuid,
  office jsonb,
  given_on date not null,
  due_on date not null check (due_on >= given_on),
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  unique (forum_id, number),
  foreign key (forum_id, meeting_id) references meetings_meetings (forum_id, id),
  foreign key (forum_id, item_id) references meetings_items (forum_id, id),
  foreign key (forum_id, decision_id) references meetings_decisions (forum_id, id)
);
create index meetings_tasks_meeting on meetings_tasks (forum_id, meeting_id);

create table meetings_task_ends (
  forum_id uuid not null,
  task_id uuid not null,
  on_day date not null,
  words jsonb not null,
  path text check (path like '/%' and length(path) <= 300),
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, task_id),
  foreign key (forum_id, task_id) references meetings_tasks (forum_id, id)
);
