-- More ways in than a link: letters, passwords, codes of an authenticator app. Of every secret only a hash is kept,
-- but of the authenticator: its secret must be known to compare codes, and is never a way in by itself.

-- A role was given or ended after this moment: the next request gets a fresh token, the former one lives two minutes
-- longer for requests that are under way.
alter table identity_sessions
  add column stale_at timestamptz,
  add column former_hash text check (length(former_hash) = 43),
  add column former_until timestamptz,
  add check ((former_hash is null) = (former_until is null));
create unique index identity_sessions_former on identity_sessions (former_hash) where former_hash is not null;

-- How the secret reaches its person: handed over by whoever made it, sent by us, or asked for by the person themself.
alter table identity_links
  add column way text not null default 'handed' check (way in ('handed', 'invited', 'asked')),
  add column sent_to text check (sent_to <> '' and length(sent_to) <= 254),
  add column withdrawn_at timestamptz,
  add column withdrawn_by uuid,
  add check ((way = 'handed') = (sent_to is null)),
  add check (withdrawn_at is null or used_at is null);
create index identity_people_email on identity_people (lower(email)) where email is not null;

-- Of the installation: one password a person, the one set last.
create table identity_passwords (
  person_id uuid primary key references identity_people (id),
  -- instead of an e-mail address, folded: who has none of their own; else null
  user_name text unique check (user_name ~ '^[a-z0-9][a-z0-9._-]{2,39}$'),
  -- Argon2id with its salt and parameters, in the usual text form ("$argon2id$v=19$...")
  phc text not null check (phc like '$argon2id$%' and length(phc) <= 200),
  set_at timestamptz not null
);

-- Of the installation: an authenticator app (RFC 6238). It counts from its confirmation to its end.
create table identity_authenticators (
  id uuid primary key,
  person_id uuid not null references identity_people (id),
  -- base 32, as the app has it
  secret text not null check (secret ~ '^[A-Z2-7]{32}$'),
  made_at timestamptz not null,
  confirmed_at timestamptz,
  ended_at timestamptz,
  -- the last 30-second step whose code was taken; it and earlier ones open nothing any more
  last_step bigint
);
create unique index identity_authenticators_standing on identity_authenticators (person_id)
  where confirmed_at is not null and ended_at is null;
create index identity_authenticators_person on identity_authenticators (person_id);

-- Of the installation: ten codes on paper for the day when the phone is lost, each good once.
create table identity_recoveries (
  id uuid primary key,
  authenticator_id uuid not null references identity_authenticators (id),
  code_hash text not null unique check (length(code_hash) = 43),
  made_at timestamptz not null,
  used_at timestamptz
);
create index identity_recoveries_authenticator on identity_recoveries (authenticator_id);

-- Of the installation: somebody gave the first proof and owes the second. No session: it opens nothing but the page
-- that asks for the code, for ten minutes and five tries.
create table identity_thresholds (
  id uuid primary key,
  token_hash text not null unique check (length(token_hash) = 43),
  person_id uuid not null references identity_people (id),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null check (tries between 0 and 5),
  used_at timestamptz,
  shared_phone boolean not null,
  landing text check (landing ~ '^/[^/\\]')
);
create index identity_thresholds_person on identity_thresholds (person_id);
create index identity_thresholds_end on identity_thresholds (expires_at);
