-- Reports of municipalities to their voters: how often they are owed, each that is owed, how it was given, what people say.

-- How often reports are owed in a forum, from the year `first_year` on until a later line says otherwise.
create table accountability_report_rules (
  forum_id uuid not null references core_forums (id),
  id uuid not null,
  first_year integer not null check (first_year between 1999 and 2200),
  times_a_year integer not null check (times_a_year in (1, 2)),
  -- So many months after the end of a period its report is due.
  months integer not null check (months between 1 and 12),
  basis jsonb not null,
  basis_url text,
  -- The ways by which reports are to be spread here.
  channels jsonb not null,
  on_day date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  unique (forum_id, first_year)
);

-- One report that a municipality owes: for a period, due on a day.
create table accountability_reports (
  forum_id uuid not null references core_forums (id),
  id uuid not null,
  number integer not null check (number > 0),
  rule_id uuid not null,
  body_id uuid not null,
  period_from date not null,
  period_to date not null check (period_to > period_from),
  due_on date not null check (due_on > period_to),
  primary key (forum_id, id),
  unique (forum_id, number),
  unique (forum_id, body_id, period_from),
  foreign key (forum_id, rule_id) references accountability_report_rules (forum_id, id)
);

-- Once it was given to people: there can be several such times for one report.
create table accountability_report_acts (
  forum_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  held_on date not null,
  place text not null,
  channels jsonb not null,
  -- Counted heads; null: nobody counted them.
  women integer check (women >= 0),
  men integer check (men >= 0),
  young integer check (young >= 0),
  middle integer check (middle >= 0),
  older integer check (older >= 0),
  summary jsonb,
  url text,
  -- What was asked there and answered: no names.
  exchanges jsonb not null,
  way text not null check (way in ('account', 'link', 'assisted', 'paper')),
  paper_ref text,
  paper_day date,
  paper_file uuid,
  on_day date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, report_id) references accountability_reports (forum_id, id)
);
create index accountability_report_acts_report on accountability_report_acts (forum_id, report_id);

create table accountability_report_files (
  forum_id uuid not null,
  act_id uuid not null,
  position integer not null,
  file_id uuid not null,
  name text not null,
  kind text not null check (kind in ('report', 'photo')),
  seen_by text not null check (seen_by in ('everybody', 'keepers')),
  primary key (forum_id, act_id, position),
  foreign key (forum_id, act_id) references accountability_report_acts (forum_id, id)
);
create index accountability_report_files_file on accountability_report_files (forum_id, file_id);

-- What residents who were there say. No account, no name, no contact, no hour.
create table accountability_report_voices (
  forum_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  received_on date not null,
  told text not null check (told in ('yes', 'partly', 'no')),
  clear text not null check (clear in ('yes', 'partly', 'no')),
  heard text not null check (heard in ('yes', 'partly', 'no')),
  -- null: none were written, or they were not published and are gone.
  words jsonb,
  primary key (forum_id, id),
  foreign key (forum_id, report_id) references accountability_reports (forum_id, id)
);
create index accountability_report_voices_report on accountability_report_voices (forum_id, report_id);

create table accountability_report_decisions (
  forum_id uuid not null,
  voice_id uuid not null,
  decision text not null check (decision in ('published', 'without_words', 'refused')),
  on_day date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, voice_id),
  foreign key (forum_id, voice_id) references accountability_report_voices (forum_id, id)
);
