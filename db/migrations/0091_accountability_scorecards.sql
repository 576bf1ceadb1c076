-- Scorecards of bodies: the published formula, what it made of the rows, the body's right of reply, and what was decided.

-- A formula is a document in versions: what each row weighs, how much must be known, how long a body has for its reply.
create table accountability_scorecard_formulas (
  forum_id uuid not null references core_forums (id),
  id uuid not null,
  version integer not null check (version > 0),
  -- Percent by key of the row; together 100.
  weights jsonb not null,
  -- Percent of a row that must be known for it to count, and of the weights for a score to stand.
  enough integer not null check (enough between 1 and 100),
  -- Working days.
  reply_days integer not null check (reply_days between 1 and 60),
  why jsonb not null,
  on_day date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  unique (forum_id, version)
);

-- A scorecard of one body on one day: what the formula made of the rows, fixed when it went to the body.
create table accountability_scorecards (
  forum_id uuid not null references core_forums (id),
  id uuid not null,
  number integer not null check (number > 0),
  body_id uuid not null,
  formula_id uuid not null,
  -- Kind of body and size class by which it is compared, as they were.
  kind text not null,
  size text check (size in ('small', 'middle', 'large')),
  -- The rows that it counts, as they stood.
  rows jsonb not null,
  sent_on date not null,
  reply_until date not null check (reply_until >= sent_on),
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  unique (forum_id, number),
  foreign key (forum_id, formula_id) references accountability_scorecard_formulas (forum_id, id)
);
create index accountability_scorecards_body on accountability_scorecards (forum_id, body_id);

-- The body's reply, once: with remarks, or with none.
create table accountability_scorecard_replies (
  forum_id uuid not null,
  scorecard_id uuid not null,
  on_day date not null,
  way text not null check (way in ('account', 'link', 'assisted', 'paper')),
  paper_ref text,
  paper_day date,
  paper_file uuid,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, scorecard_id),
  foreign key (forum_id, scorecard_id) references accountability_scorecards (forum_id, id),
  check ((way = 'paper') = (paper_ref is not null and paper_day is not null))
);

create table accountability_scorecard_remarks (
  forum_id uuid not null,
  id uuid not null,
  scorecard_id uuid not null,
  position integer not null check (position > 0),
  -- Key of the row of which it speaks; null: of the whole.
  row_key text,
  words jsonb not null,
  primary key (forum_id, id),
  unique (forum_id, scorecard_id, position),
  foreign key (forum_id, scorecard_id) references accountability_scorecard_replies (forum_id, scorecard_id)
);

-- Each remark is decided with a reason: taken over or not.
create table accountability_scorecard_decisions (
  forum_id uuid not null,
  remark_id uuid not null,
  taken boolean not null,
  -- What the row is counted as instead, percent.
  counted integer check (counted between 0 and 100),
  reason jsonb not null,
  on_day date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, remark_id),
  foreign key (forum_id, remark_id) references accountability_scorecard_remarks (forum_id, id),
  check (taken or counted is null)
);
