-- What everybody is asked to say on a draft, until when, and who answers.
create table participation_consultations (
  forum_id uuid not null references core_forums (id),
  id uuid not null,
  -- "B1": the letter stands for the thing that is consulted on, the figure for the how manieth time.
  letter text not null check (letter ~ '^[A-Z]{1,2}$'),
  serial integer not null check (serial > 0),
  -- What it is on: 'document' is a founding document; the version that lay open when it was opened.
  subject_kind text not null check (subject_kind in ('document')),
  subject_id uuid not null,
  version_id uuid not null,
  words jsonb not null,
  from_day date not null,
  until_day date not null check (until_day > from_day),
  -- The organisation that owes the answers, and the office of the forum that speaks, where it is one.
  body_id uuid not null,
  office jsonb,
  -- Days of the term to answer, and the article that says so; null: the platform's own rule.
  answer_days integer not null check (answer_days > 0),
  answer_unit text not null check (answer_unit in ('working_days', 'days')),
  answer_basis jsonb,
  window_basis jsonb,
  -- The last place given to a comment or a group; its row is locked until the thing is written.
  last_place integer not null default 0,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  unique (forum_id, letter, serial)
);
create index participation_consultations_subject on participation_consultations (forum_id, subject_id);

-- What somebody says of an article of a version. Of a resident no account, no contact, no hour: only the day.
create table participation_comments (
  forum_id uuid not null,
  id uuid not null,
  consultation_id uuid not null,
  place integer not null check (place > 0),
  version_id uuid not null,
  -- "4.1"; '0' is what stands before the first article; null: the whole draft.
  article text,
  received_on date not null,
  -- The words that may be public, or wait to be; null: they were taken back and are gone.
  text jsonb,
  -- How it is signed, where whoever wrote wished it.
  signature text,
  -- The organisation that says it; null: a resident.
  body_id uuid,
  way text not null check (way in ('nobody', 'account', 'assisted', 'paper')),
  code_hash text,
  paper_ref text check ((paper_ref is not null) = (way = 'paper')),
  paper_day date check ((paper_day is not null) = (way = 'paper')),
  paper_file uuid,
  entered_by uuid,
  primary key (forum_id, id),
  unique (forum_id, consultation_id, place),
  unique (forum_id, code_hash),
  -- A resident finds the comment by a code; an organisation and the writer of a letter are known.
  check ((code_hash is not null) = (body_id is null and way <> 'paper')),
  foreign key (forum_id, consultation_id) references participation_consultations (forum_id, id),
  foreign key (forum_id, paper_file) references core_files (forum_id, id)
);

create table participation_comment_withdrawals (
  forum_id uuid not null,
  comment_id uuid not null,
  on_day date not null,
  primary key (forum_id, comment_id),
  foreign key (forum_id, comment_id) references participation_comments (forum_id, id)
);

create table participation_comment_refusals (
  forum_id uuid not null,
  comment_id uuid not null,
  on_day date not null,
  rule text not null,
  sentence jsonb not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, comment_id),
  foreign key (forum_id, comment_id) references participation_comments (forum_id, id)
);

create table participation_comment_publications (
  forum_id uuid not null,
  comment_id uuid not null,
  on_day date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, comment_id),
  foreign key (forum_id, comment_id) references participation_comments (forum_id, id)
);
