-- Acting through a helper, for somebody who is present and has no device of their own; receipts, objections, answers.

-- Of a forum: a helper's device acts for somebody else for some minutes. Private: the public record says only that a
-- deed came through a helper.
create table identity_assisted (
  forum_id uuid not null references core_forums (id),
  id uuid not null,
  token_hash text not null unique check (length(token_hash) = 43),
  helper_id uuid not null references identity_people (id),
  -- null: somebody without an account
  person_id uuid references identity_people (id),
  reason text not null check (reason <> '' and length(reason) <= 300),
  started_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > started_at),
  primary key (forum_id, id)
);
create index identity_assisted_helper on identity_assisted (helper_id);
create index identity_assisted_person on identity_assisted (person_id) where person_id is not null;

-- Of a forum: really over. The code on the receipt is kept as its hash only; null: ended without a receipt, because a
-- newer session of the same helper took its place.
create table identity_assisted_ends (
  forum_id uuid not null,
  session_id uuid not null,
  ended_at timestamptz not null,
  code_hash text check (length(code_hash) = 43),
  primary key (forum_id, session_id),
  foreign key (forum_id, session_id) references identity_assisted (forum_id, id),
  unique (forum_id, code_hash)
);

-- Of a forum: what was entered, as the receipt says it.
create table identity_assisted_deeds (
  forum_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  command text not null,
  -- {key, params}, said in the language of whoever reads the receipt
  sentence jsonb not null,
  -- page of the thing below the forum; null: it has none, or it is not public
  path text check (path ~ '^/[^/\\]'),
  -- its entry in the public log; null: nothing public
  entry_id uuid,
  done_at timestamptz not null,
  primary key (forum_id, id),
  foreign key (forum_id, session_id) references identity_assisted (forum_id, id)
);
create index identity_assisted_deeds_session on identity_assisted_deeds (forum_id, session_id);

-- Of a forum: "this is not what I said"; a case for staff.
create table identity_objections (
  forum_id uuid not null,
  id uuid not null,
  deed_id uuid not null,
  text text not null check (text <> '' and length(text) <= 2000),
  made_at timestamptz not null,
  primary key (forum_id, id),
  foreign key (forum_id, deed_id) references identity_assisted_deeds (forum_id, id)
);
create index identity_objections_deed on identity_objections (forum_id, deed_id);

create table identity_objection_answers (
  forum_id uuid not null,
  objection_id uuid not null,
  text text not null check (text <> '' and length(text) <= 2000),
  answered_at timestamptz not null,
  answered_by uuid,
  primary key (forum_id, objection_id),
  foreign key (forum_id, objection_id) references identity_objections (forum_id, id)
);
