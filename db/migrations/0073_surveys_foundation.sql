-- Surveys: questionnaires in editions, rounds that ask by one of them, interviews. Nothing is overwritten: of several
-- rows on one thing the latest counts (ids are in the order of time).

-- The last number given: of questionnaires, rounds. Its row is locked until the thing is written.
create table surveys_numbers (
  forum_id uuid not null,
  kind text not null check (kind in ('questionnaire', 'round')),
  last integer not null check (last > 0),
  primary key (forum_id, kind)
);

create table surveys_questionnaires (
  forum_id uuid not null,
  id uuid not null,
  -- as people cite it: "questionnaire 2"; never used again
  number integer not null check (number > 0),
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  unique (forum_id, number)
);

-- The whole questionnaire, each time somebody keeps it.
create table surveys_drafts (
  forum_id uuid not null,
  id uuid not null,
  questionnaire_id uuid not null,
  -- where it came from: written in the pages, an XLSForm
  origin text not null check (origin in ('pages', 'xlsform')),
  -- `Questionnaire` of questionnaires/schema.ts
  content jsonb not null,
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, questionnaire_id) references surveys_questionnaires (forum_id, id)
);
create index surveys_drafts_questionnaire on surveys_drafts (forum_id, questionnaire_id, id);

-- A draft that is frozen: rounds ask by editions only.
create table surveys_editions (
  forum_id uuid not null,
  questionnaire_id uuid not null,
  -- 1, 2, 3 within the questionnaire
  edition integer not null check (edition > 0),
  draft_id uuid not null,
  -- SHA-256 (hex) of the canonical JSON of the content
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, questionnaire_id, edition),
  foreign key (forum_id, draft_id) references surveys_drafts (forum_id, id)
);

create table surveys_rounds (
  forum_id uuid not null,
  id uuid not null,
  -- as people cite it: "round 2"; never used again
  number integer not null check (number > 0),
  -- the round that it repeats: the same questions asked again
  after_id uuid,
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  unique (forum_id, number),
  foreign key (forum_id, after_id) references surveys_rounds (forum_id, id)
);

-- What is declared of a round. After the first interview only with a reason.
create table surveys_declarations (
  forum_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  questionnaire_id uuid not null,
  edition integer not null,
  title jsonb not null,
  -- decides which figures may be printed
  sampling text not null check (sampling in ('random', 'cluster', 'quota', 'purposive', 'census')),
  -- how respondents were chosen, in plain words
  method jsonb not null,
  -- how many there are of those whom the round speaks for, and who says so
  population integer check (population > 0),
  population_source text check (population_source <> '' and length(population_source) <= 500),
  -- the plan whose areas it asks about, how many of them: "6 of 11"
  plan_id uuid,
  areas_asked integer check (areas_asked > 0),
  areas_all integer check (areas_all >= areas_asked),
  -- read to respondents before the first question
  consent jsonb not null,
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  -- ways of capture: 'phone', 'link', 'kiosk', 'paper', 'desk'
  modes text[] not null,
  -- only with a code that works once
  single_use boolean not null,
  -- respondents hold an office: village and role together are a name
  office_holders boolean not null,
  -- cells of fewer are hidden
  smallest integer not null check (smallest between 3 and 100),
  reason text check (reason <> '' and length(reason) <= 2000),
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, round_id) references surveys_rounds (forum_id, id),
  foreign key (forum_id, questionnaire_id, edition) references surveys_editions (forum_id, questionnaire_id, edition)
);
create index surveys_declarations_round on surveys_declarations (forum_id, round_id, id);

-- Where it asks, and how many interviews are wanted there.
create table surveys_round_places (
  forum_id uuid not null,
  declaration_id uuid not null,
  -- a place of the register
  place_id uuid not null,
  wanted integer check (wanted > 0),
  -- people (or what the round counts) living there, for weights
  population integer check (population > 0),
  primary key (forum_id, declaration_id, place_id),
  foreign key (forum_id, declaration_id) references surveys_declarations (forum_id, id)
);

-- Whom it asks: target groups.
create table surveys_round_groups (
  forum_id uuid not null,
  declaration_id uuid not null,
  -- "ngo", "excom": the same in the next wave
  key text not null check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
  name jsonb not null,
  wanted integer check (wanted > 0),
  population integer check (population > 0),
  primary key (forum_id, declaration_id, key),
  foreign key (forum_id, declaration_id) references surveys_declarations (forum_id, id)
);

-- The last day came earlier or later than declared, or the round was given up.
create table surveys_closures (
  forum_id uuid not null,
  round_id uuid not null,
  kind text not null check (kind in ('closed', 'given_up')),
  reason text check (reason <> '' and length(reason) <= 2000),
  on_day date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, round_id),
  foreign key (forum_id, round_id) references surveys_rounds (forum_id, id)
);

create table surveys_interviews (
  forum_id uuid not null,
  -- made where the interview was made: delivering twice is one interview
  id uuid not null,
  round_id uuid not null,
  questionnaire_id uuid not null,
  edition integer not null,
  mode text not null check (mode in ('phone', 'link', 'kiosk', 'paper', 'desk', 'import')),
  place_id uuid,
  group_key text,
  language text not null check (language <> '' and length(language) <= 40),
  -- as the device said it; null: not known (paper)
  started_at timestamptz,
  finished_at timestamptz,
  -- the day of the interview in the forum's zone
  on_day date not null,
  -- `Answers` and `DeclinedAnswers` of questionnaires/schema.ts, without contacts
  answers jsonb not null,
  declined jsonb not null,
  entered_on date not null,
  entered_at timestamptz not null,
  -- the interviewer, or who typed the paper; null: the respondent
  entered_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, round_id) references surveys_rounds (forum_id, id),
  foreign key (forum_id, questionnaire_id, edition) references surveys_editions (forum_id, questionnaire_id, edition)
);
create index surveys_interviews_round on surveys_interviews (forum_id, round_id, id);

-- What could name a respondent, apart from the answers and without a link to them in any file; deleted when fieldwork ends.
create table surveys_contacts (
  forum_id uuid not null,
  interview_id uuid not null,
  round_id uuid not null,
  -- by the path of the question
  contacts jsonb not null,
  entered_at timestamptz not null,
  primary key (forum_id, interview_id),
  foreign key (forum_id, interview_id) references surveys_interviews (forum_id, id)
);
create index surveys_contacts_round on surveys_contacts (forum_id, round_id);

-- Pictures of an interview; never public.
create table surveys_pictures (
  forum_id uuid not null,
  interview_id uuid not null,
  -- the path of the question
  path text not null,
  -- name in the file store
  file text not null,
  entered_at timestamptz not null,
  primary key (forum_id, interview_id, path),
  foreign key (forum_id, interview_id) references surveys_interviews (forum_id, id)
);

-- An interview that is not counted, and why; nothing is deleted. A later row with counted = true takes it back.
create table surveys_exclusions (
  forum_id uuid not null,
  id uuid not null,
  interview_id uuid not null,
  counted boolean not null,
  reason text not null check (reason <> '' and length(reason) <= 2000),
  on_day date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, interview_id) references surveys_interviews (forum_id, id)
);
create index surveys_exclusions_interview on surveys_exclusions (forum_id, interview_id, id);
