-- Everything owed: rules with versions, cases with an explained due day, what ended them, what moved them.

-- Days that a decree changed after the program was made; the rest of a country's calendar is part of the program.
create table obligations_calendar_days (
  id uuid primary key,
  country text not null check (country ~ '^[A-Z]{2}$'),
  day date not null,
  kind text not null check (kind in ('holiday', 'mourning', 'voting', 'rest', 'working')),
  name jsonb not null,
  source text not null,
  source_url text,
  entered_at timestamptz not null,
  entered_by uuid
);
create index obligations_calendar_days_day on obligations_calendar_days (country, day);

-- A day that was entered by mistake: it stays readable and no longer counts.
create table obligations_calendar_withdrawals (
  day_id uuid primary key references obligations_calendar_days (id),
  reason text not null,
  entered_at timestamptz not null,
  entered_by uuid
);

-- Rules that a forum wrote or adopted; those of the law and of other rooms are part of the program. A change is a new
-- version; on a day the version of the latest first day that has begun is in force.
create table obligations_rules (
  forum_id uuid not null,
  id uuid not null,
  key text not null check (key ~ '^[a-z0-9][a-z0-9_.-]{0,79}$'),
  version integer not null check (version > 0),
  title jsonb not null,
  basis jsonb not null,
  basis_url text,
  owed_to jsonb not null,
  -- {"unit": "working_days", "n": 7}
  span jsonb not null,
  -- {"span": {...}, "most": 1}; null: never longer
  extension jsonb,
  soon_days integer not null check (soon_days between 0 and 60),
  never_days integer not null check (never_days between 1 and 3660),
  -- {"days": 5, "role": "coordinator"}: told so many days after the due day
  escalation jsonb,
  from_day date not null,
  to_day date,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  unique (forum_id, key, version),
  check (to_day is null or to_day >= from_day)
);

-- The number under which the last case of a forum is cited.
create table obligations_numbers (
  forum_id uuid primary key,
  last integer not null
);

-- One thing owed by one body. Its rule's words are kept as they read when it was opened.
create table obligations_cases (
  forum_id uuid not null,
  id uuid not null,
  number integer not null,
  rule_key text not null,
  rule_version integer not null,
  rule_title jsonb not null,
  basis jsonb not null,
  basis_url text,
  owed_to jsonb not null,
  body_id uuid not null,
  title jsonb not null,
  -- the letter, decision or event that started the clock
  reference text,
  -- of another room: what the case is about, and the page of that thing below the forum
  subject_kind text,
  subject_group text,
  subject_id text,
  path text,
  trigger_on date not null,
  -- for spans of hours
  trigger_at timestamptz,
  span jsonb not null,
  extension jsonb,
  soon_days integer not null,
  never_days integer not null,
  escalation jsonb,
  due_on date not null,
  due_at timestamptz,
  never_on date not null,
  -- kept beside the rows that say so, because lists ask by it
  closed text check (closed in ('done', 'waived')),
  closed_on date,
  opened_on date not null,
  opened_at timestamptz not null,
  opened_by uuid,
  primary key (forum_id, id),
  unique (forum_id, number),
  check ((closed is null) = (closed_on is null)),
  check ((subject_kind is null) = (subject_id is null))
);
create unique index obligations_cases_subject on obligations_cases (forum_id, subject_kind, subject_id)
  where subject_kind is not null;
create index obligations_cases_group on obligations_cases (forum_id, subject_kind, subject_group)
  where subject_kind is not null;
create index obligations_cases_open on obligations_cases (forum_id, due_on, id) where closed is null;
create index obligations_cases_body on obligations_cases (forum_id, body_id, due_on);
create index obligations_cases_closed on obligations_cases (forum_id, closed, closed_on) where closed is not null;

-- It was done, on this day, by this source.
create table obligations_fulfilments (
  forum_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  on_day date not null,
  source jsonb not null,
  source_url text,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  unique (forum_id, case_id),
  foreign key (forum_id, case_id) references obligations_cases (forum_id, id)
);

-- It is not owed any more, and why. A waiver can end: then it is owed again.
create table obligations_waivers (
  forum_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  on_day date not null,
  reason jsonb not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, case_id) references obligations_cases (forum_id, id)
);
create index obligations_waivers_case on obligations_waivers (forum_id, case_id);

-- A longer term, as often as the rule allows.
create table obligations_extensions (
  forum_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  position integer not null check (position > 0),
  span jsonb not null,
  on_day date not null,
  reason jsonb not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  unique (forum_id, case_id, position),
  foreign key (forum_id, case_id) references obligations_cases (forum_id, id)
);

-- The trace on a case: every move of its due day, and every waiver that ended.
create table obligations_changes (
  forum_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('calendar', 'extended', 'moved', 'revived')),
  on_day date not null,
  old_due date not null,
  new_due date not null,
  why jsonb not null,
  entered_at timestamptz not null,
  primary key (forum_id, id),
  foreign key (forum_id, case_id) references obligations_cases (forum_id, id)
);
create index obligations_changes_case on obligations_changes (forum_id, case_id);

-- The body was, or is to be, told: once for each case and stage.
create table obligations_reminders (
  forum_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  stage text not null check (stage in ('before', 'on', 'after', 'escalated')),
  on_day date not null,
  -- 'desk': there is no address, somebody calls or sends a message
  channel text not null check (channel in ('email', 'desk')),
  entered_at timestamptz not null,
  primary key (forum_id, id),
  unique (forum_id, case_id, stage),
  foreign key (forum_id, case_id) references obligations_cases (forum_id, id)
);
create index obligations_reminders_desk on obligations_reminders (forum_id, on_day) where channel = 'desk';

-- The letter of a reminder went out, or somebody told by phone.
create table obligations_tellings (
  forum_id uuid not null,
  reminder_id uuid not null,
  way text not null check (way in ('email', 'phone')),
  on_day date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, reminder_id),
  foreign key (forum_id, reminder_id) references obligations_reminders (forum_id, id)
);

-- A body's first lateness in a forum: it was told of it on one day, the public sees it from another.
create table obligations_first_latenesses (
  forum_id uuid not null,
  body_id uuid not null,
  case_id uuid not null,
  told_on date not null,
  public_on date not null,
  entered_at timestamptz not null,
  primary key (forum_id, body_id),
  foreign key (forum_id, case_id) references obligations_cases (forum_id, id),
  check (public_on >= told_on + 3)
);
