-- Organisations that apply for a seat, against criteria that were published, with an answer that gives reasons.

-- What a forum asks of members. A change is a new version; on a day the version of the latest first day is in force.
create table forum_criteria (
  forum_id uuid not null references core_forums (id),
  id uuid not null,
  version integer not null check (version > 0),
  from_day date not null,
  -- [{"az": "...", "en": "..."}]
  items jsonb not null,
  -- working days from the receipt until the reasoned answer
  answer_days integer not null check (answer_days between 1 and 366),
  -- who owes the answer (a body of the module places)
  body_id uuid not null,
  source text not null check (source <> '' and length(source) <= 500),
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  unique (forum_id, version)
);

create table forum_applications (
  forum_id uuid not null,
  id uuid not null,
  number integer not null check (number > 0),
  constituency_id uuid not null,
  criteria_id uuid not null,
  organisation text not null check (organisation <> '' and length(organisation) <= 200),
  -- what the organisation says of itself and of the criteria
  words text not null check (words <> '' and length(words) <= 5000),
  -- of the office; never shown to the public
  contact text not null check (contact <> '' and length(contact) <= 200),
  received_on date not null,
  due_on date not null,
  way text not null check (way in ('account', 'link', 'assisted', 'paper', 'system')),
  paper_ref text,
  paper_day date,
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  unique (forum_id, number),
  check ((paper_ref is null) = (paper_day is null)),
  foreign key (forum_id, constituency_id) references forum_constituencies (forum_id, id),
  foreign key (forum_id, criteria_id) references forum_criteria (forum_id, id)
);

create table forum_application_answers (
  forum_id uuid not null,
  application_id uuid not null,
  outcome text not null check (outcome in ('accepted', 'refused', 'withdrawn')),
  decided_on date not null,
  -- the decision that is cited; null for what the organisation took back itself
  decision text check (decision <> '' and length(decision) <= 200),
  reason text not null check (reason <> '' and length(reason) <= 5000),
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, application_id),
  check (outcome = 'withdrawn' or decision is not null),
  foreign key (forum_id, application_id) references forum_applications (forum_id, id)
);
