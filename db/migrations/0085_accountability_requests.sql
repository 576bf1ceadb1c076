-- Requests for information: what a resident asks of one or several bodies, how it was handed over, what came back.

-- The last number given in a forum; its row is locked until the requests are written.
create table accountability_request_numbers (
  forum_id uuid primary key references core_forums (id),
  last integer not null
);

-- What was written in one form. No account, no name, no contact, no hour. The code of the receipt is kept as a hash.
create table accountability_request_sendings (
  forum_id uuid not null references core_forums (id),
  id uuid not null,
  code_hash text not null,
  received_on date not null,
  -- null: it was refused and the words are gone.
  text jsonb,
  primary key (forum_id, id),
  unique (forum_id, code_hash)
);

-- Somebody read it before anybody else: it goes out, or not, with a sentence to whoever wrote it.
create table accountability_request_decisions (
  forum_id uuid not null,
  sending_id uuid not null,
  accepted boolean not null,
  sentence jsonb check ((sentence is null) = accepted),
  on_day date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, sending_id),
  foreign key (forum_id, sending_id) references accountability_request_sendings (forum_id, id)
);

-- One request to one body.
create table accountability_requests (
  forum_id uuid not null,
  id uuid not null,
  number integer not null check (number > 0),
  sending_id uuid not null,
  body_id uuid not null,
  primary key (forum_id, id),
  unique (forum_id, number),
  unique (forum_id, sending_id, body_id),
  foreign key (forum_id, sending_id) references accountability_request_sendings (forum_id, id)
);
create index accountability_requests_body on accountability_requests (forum_id, body_id);

-- A letter to the body, with a code by which it answers; an earlier letter's code stays good.
create table accountability_request_letters (
  forum_id uuid not null,
  code_hash text not null,
  request_id uuid not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, code_hash),
  foreign key (forum_id, request_id) references accountability_requests (forum_id, id)
);

-- Handed over to the body on a day: its clock begins.
create table accountability_request_deliveries (
  forum_id uuid not null,
  request_id uuid not null,
  on_day date not null,
  way text not null check (way in ('hand', 'post', 'email', 'phone')),
  -- Under which number the body registered it, where it said so.
  reference text,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, request_id),
  foreign key (forum_id, request_id) references accountability_requests (forum_id, id)
);

-- What the body answers: by the code of its letter, or on paper that staff enters. `print`: the same answer twice is one.
create table accountability_request_answers (
  forum_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  print text not null,
  on_day date not null,
  text jsonb not null,
  way text not null check (way in ('code', 'paper')),
  paper_ref text check ((paper_ref is not null) = (way = 'paper')),
  paper_day date check ((paper_day is not null) = (way = 'paper')),
  paper_file uuid,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  unique (forum_id, request_id, print),
  foreign key (forum_id, request_id) references accountability_requests (forum_id, id),
  foreign key (forum_id, paper_file) references core_files (forum_id, id)
);

create table accountability_request_files (
  forum_id uuid not null,
  answer_id uuid not null,
  position integer not null,
  file_id uuid not null,
  name text not null,
  shown boolean not null,
  primary key (forum_id, answer_id, position),
  foreign key (forum_id, answer_id) references accountability_request_answers (forum_id, id),
  foreign key (forum_id, file_id) references core_files (forum_id, id)
);
create index accountability_request_files_file on accountability_request_files (forum_id, file_id);

-- What of an answer everybody reads, as a person decided.
create table accountability_request_showings (
  forum_id uuid not null,
  answer_id uuid not null,
  words boolean not null,
  on_day date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, answer_id),
  foreign key (forum_id, answer_id) references accountability_request_answers (forum_id, id)
);

-- The body told in time that it needs longer.
create table accountability_request_extensions (
  forum_id uuid not null,
  request_id uuid not null,
  reason text not null check (reason in ('search', 'clarify')),
  on_day date not null,
  primary key (forum_id, request_id),
  foreign key (forum_id, request_id) references accountability_requests (forum_id, id)
);

-- What the one who asked says the answer was; the newest counts.
create table accountability_request_judgements (
  forum_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  kind text not null check (kind in ('full', 'part', 'refused', 'forwarded', 'silence')),
  ground text check ((ground is not null) = (kind = 'refused')),
  on_day date not null,
  primary key (forum_id, id),
  foreign key (forum_id, request_id) references accountability_requests (forum_id, id)
);
create index accountability_request_judgements_request on accountability_request_judgements (forum_id, request_id);
