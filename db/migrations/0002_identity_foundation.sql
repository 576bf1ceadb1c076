-- People, their roles, and the ways by which they come in. No secret is ever kept: only its SHA-256, so that a
-- stolen copy of the database opens no door.

-- Of the installation: one account for a person, however many forums they work in.
create table identity_people (
  id uuid primary key,
  -- one name in the language in which it was written; demonstration people have a role in three languages for a name
  name jsonb not null,
  -- in which language we write to them
  language text not null check (language in ('az', 'en', 'ru')),
  email text check (email <> '' and length(email) <= 254),
  phone text check (phone <> '' and length(phone) <= 40),
  -- made up, can be looked through by any visitor; never holds a role outside a demonstration forum
  demonstration boolean not null,
  created_at timestamptz not null,
  created_by uuid
);

-- Of the installation: a closed account signs in no more; the record keeps what it did.
create table identity_closures (
  person_id uuid primary key references identity_people (id),
  closed_at timestamptz not null,
  closed_by uuid
);

-- Of a forum; a role in the reference forum counts in the whole installation.
create table identity_roles (
  forum_id uuid not null references core_forums (id),
  id uuid not null,
  person_id uuid not null references identity_people (id),
  role text not null check (role ~ '^[a-z][a-z_]{1,39}$'),
  -- the body for which it is held: commands check that it exists (bodies are of a module above this one)
  body_id uuid,
  from_day date not null,
  -- last day; null: until it is ended
  to_day date,
  granted_at timestamptz not null,
  granted_by uuid,
  primary key (forum_id, id),
  check (to_day is null or to_day >= from_day)
);
create index identity_roles_person on identity_roles (person_id);
create index identity_roles_body on identity_roles (forum_id, body_id) where body_id is not null;

-- Of a forum: ended at once, before its last day.
create table identity_role_ends (
  forum_id uuid not null,
  role_id uuid not null,
  ended_at timestamptz not null,
  ended_by uuid,
  primary key (forum_id, role_id),
  foreign key (forum_id, role_id) references identity_roles (forum_id, id)
);

-- Of the installation.
create table identity_sessions (
  id uuid primary key,
  token_hash text not null unique check (length(token_hash) = 43),
  person_id uuid not null references identity_people (id),
  made_at timestamptz not null,
  -- written at most once an hour (once a minute on a shared phone), so that reading costs no write
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  -- "Firefox, Android", never the whole header
  agent text not null check (length(agent) <= 60),
  shared_phone boolean not null,
  -- looking through a demonstration person's eyes
  demonstration boolean not null,
  check (ends_at > made_at)
);
create index identity_sessions_person on identity_sessions (person_id);
create index identity_sessions_end on identity_sessions (ends_at);

-- Of the installation: one-time ways in. The long secret is in the link, the short code on paper; either uses up both.
create table identity_links (
  id uuid primary key,
  token_hash text not null unique check (length(token_hash) = 43),
  code_hash text not null unique check (length(code_hash) = 43),
  person_id uuid not null references identity_people (id),
  -- where the person arrives, below the language: "/sabirabad"; null: the first page
  landing text check (landing ~ '^/[^/\\]'),
  made_at timestamptz not null,
  made_by uuid,
  expires_at timestamptz not null,
  used_at timestamptz,
  -- no foreign key: sessions are forgotten some time after their end, that a link was used is not
  used_by_session uuid,
  check ((used_at is null) = (used_by_session is null))
);
create index identity_links_person on identity_links (person_id);

-- Of a forum: a link that allows exactly one deed on exactly one object.
create table identity_deeds (
  forum_id uuid not null references core_forums (id),
  id uuid not null,
  token_hash text not null check (length(token_hash) = 43),
  code_hash text not null check (length(code_hash) = 43),
  command text not null,
  object_id text not null,
  -- for whom it is: a known person, or whoever the body sends
  person_id uuid references identity_people (id),
  body_id uuid,
  -- page of the form below the forum, to which "/deeds/<token>" is added
  form_path text not null check (form_path ~ '^/[^/\\]'),
  -- {key, params}: what the link is for, said in the language of whoever opens it
  purpose jsonb not null,
  made_at timestamptz not null,
  made_by uuid,
  expires_at timestamptz not null,
  primary key (forum_id, id),
  unique (forum_id, token_hash),
  unique (forum_id, code_hash)
);
create index identity_deeds_object on identity_deeds (forum_id, object_id);
create index identity_deeds_person on identity_deeds (person_id) where person_id is not null;

-- Of a forum: used up or taken back; the key lets it happen once.
create table identity_deed_ends (
  forum_id uuid not null,
  deed_id uuid not null,
  how text not null check (how in ('used', 'withdrawn')),
  ended_at timestamptz not null,
  ended_by uuid,
  primary key (forum_id, deed_id),
  foreign key (forum_id, deed_id) references identity_deeds (forum_id, id)
);
