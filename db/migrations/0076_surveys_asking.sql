-- How a round asks: whether paper is typed twice, who goes where, codes that work once.

-- A paper counts when two people typed the same; false: one typing is enough.
alter table surveys_declarations add column paper_twice boolean not null default true;

-- An interviewer asks for a round, in one place or wherever it asks.
create table surveys_assignments (
  forum_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  person_id uuid not null,
  -- null: every place of the round
  place_id uuid,
  wanted integer check (wanted > 0),
  on_day date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, round_id) references surveys_rounds (forum_id, id)
);
create index surveys_assignments_round on surveys_assignments (forum_id, round_id, id);
create index surveys_assignments_person on surveys_assignments (forum_id, person_id);

-- Whoever has none left for a round delivers nothing more.
create table surveys_assignment_ends (
  forum_id uuid not null,
  assignment_id uuid not null,
  on_day date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, assignment_id),
  foreign key (forum_id, assignment_id) references surveys_assignments (forum_id, id)
);

-- Codes on slips: each lets one person answer once. Which answer came by which code is kept nowhere.
create table surveys_codes (
  forum_id uuid not null,
  -- SHA-256 (base64url) of the code
  code_hash text not null check (code_hash ~ '^[A-Za-z0-9_-]{43}$'),
  round_id uuid not null,
  -- the batch of slips in which it was made: 1, 2, 3
  batch integer not null check (batch > 0),
  place_id uuid,
  group_key text,
  used boolean not null,
  primary key (forum_id, code_hash),
  foreign key (forum_id, round_id) references surveys_rounds (forum_id, id)
);
create index surveys_codes_round on surveys_codes (forum_id, round_id, batch);

-- Groups stand in the order in which they were declared.
alter table surveys_round_groups add column position integer not null default 0;
