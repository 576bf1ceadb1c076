-- What residents ask. No account, no name, no contact, no hour: only the day. The code of the receipt is kept as a hash.
create table participation_questions (
  forum_id uuid not null references core_forums (id),
  id uuid not null,
  number integer not null check (number > 0),
  code_hash text not null,
  received_on date not null,
  -- Whom it is put to; null: the one who asked did not know, the moderator chooses with the publication.
  body_id uuid,
  place_id uuid,
  measure_id uuid,
  measure_path text,
  measure_title jsonb,
  -- The words that may be public, or wait to be; null: they were taken back and are gone.
  text jsonb,
  primary key (forum_id, id),
  unique (forum_id, number),
  unique (forum_id, code_hash),
  check ((measure_id is null) = (measure_path is null)),
  check ((measure_id is null) = (measure_title is null))
);
create index participation_questions_place on participation_questions (forum_id, place_id) where place_id is not null;

-- The last number given in a forum; its row is locked until the question is written.
create table participation_numbers (
  forum_id uuid primary key references core_forums (id),
  last integer not null
);

-- Taken back by the one who asked, before anybody else read it.
create table participation_withdrawals (
  forum_id uuid not null,
  question_id uuid not null,
  on_day date not null,
  primary key (forum_id, question_id),
  foreign key (forum_id, question_id) references participation_questions (forum_id, id)
);

create table participation_refusals (
  forum_id uuid not null,
  question_id uuid not null,
  on_day date not null,
  -- Which of the published rules.
  rule text not null,
  sentence jsonb not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, question_id),
  foreign key (forum_id, question_id) references participation_questions (forum_id, id)
);

-- Public from this day; `body_id` owes the answer. No `entered_by`: published at once, as the caution level says.
create table participation_publications (
  forum_id uuid not null,
  question_id uuid not null,
  on_day date not null,
  body_id uuid not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, question_id),
  foreign key (forum_id, question_id) references participation_questions (forum_id, id)
);
create index participation_publications_body on participation_publications (forum_id, body_id);
