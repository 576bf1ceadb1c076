-- Comments that say the same, answered together. The place of a group comes from the same row of numbers.
create table participation_groups (
  forum_id uuid not null,
  id uuid not null,
  consultation_id uuid not null,
  place integer not null check (place > 0),
  gist jsonb not null,
  on_day date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  unique (forum_id, consultation_id, place),
  foreign key (forum_id, consultation_id) references participation_consultations (forum_id, id)
);

-- A comment stands in one group at most.
create table participation_group_comments (
  forum_id uuid not null,
  comment_id uuid not null,
  group_id uuid not null,
  primary key (forum_id, comment_id),
  foreign key (forum_id, comment_id) references participation_comments (forum_id, id),
  foreign key (forum_id, group_id) references participation_groups (forum_id, id)
);
create index participation_group_comments_group on participation_group_comments (forum_id, group_id);

-- What became of a comment or a group, with the reason. It is never changed: a correction stands beside it.
create table participation_responses (
  forum_id uuid not null,
  id uuid not null,
  consultation_id uuid not null,
  -- The comment or the group that it answers.
  answers_id uuid not null,
  outcome text not null check (outcome in ('accepted', 'partly', 'not', 'there', 'beyond')),
  reason jsonb not null,
  on_day date not null,
  way text not null check (way in ('account', 'assisted', 'paper')),
  paper_ref text check ((paper_ref is not null) = (way = 'paper')),
  paper_day date check ((paper_day is not null) = (way = 'paper')),
  paper_file uuid,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  unique (forum_id, answers_id),
  foreign key (forum_id, consultation_id) references participation_consultations (forum_id, id),
  foreign key (forum_id, paper_file) references core_files (forum_id, id)
);

create table participation_response_corrections (
  forum_id uuid not null,
  id uuid not null,
  response_id uuid not null,
  outcome text not null check (outcome in ('accepted', 'partly', 'not', 'there', 'beyond')),
  reason jsonb not null,
  -- What was wrong.
  why jsonb not null,
  on_day date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, response_id) references participation_responses (forum_id, id)
);
