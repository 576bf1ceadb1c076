-- Ways in that keep no secret with us at all: passkeys (the device signs, we know the public key) and an account
-- somewhere else (OpenID Connect).

-- Of the installation: a passkey counts until its end.
create table identity_passkeys (
  id uuid primary key,
  person_id uuid not null references identity_people (id),
  -- both as base64url, as the browser names them
  credential_id text not null unique check (length(credential_id) between 1 and 1400),
  public_key text not null check (length(public_key) between 1 and 3000),
  -- how often the device says it was used; 0 for those that do not count
  counter bigint not null check (counter >= 0),
  -- how it can be reached ("internal,hybrid"): told back to browsers
  transports text not null check (length(transports) <= 120),
  -- "Firefox, Android": where it was made
  agent text not null check (length(agent) <= 60),
  made_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz
);
create index identity_passkeys_person on identity_passkeys (person_id);

-- Of the installation: a question that a passkey answers once, within minutes.
create table identity_challenges (
  id uuid primary key,
  challenge_hash text not null unique check (length(challenge_hash) = 43),
  -- who adds a passkey; null: somebody who wants to come in
  person_id uuid references identity_people (id),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index identity_challenges_person on identity_challenges (person_id) where person_id is not null;
create index identity_challenges_end on identity_challenges (expires_at);

-- Of the installation: an account elsewhere that opens one here, linked by its person.
create table identity_outsides (
  id uuid primary key,
  person_id uuid not null references identity_people (id),
  issuer text not null check (length(issuer) between 1 and 300),
  subject text not null check (length(subject) between 1 and 300),
  made_at timestamptz not null,
  unique (issuer, subject)
);
create index identity_outsides_person on identity_outsides (person_id);

-- Of the installation: a browser that is at the provider, and what must come back with it. Good once, for ten minutes.
create table identity_errands (
  id uuid primary key,
  token_hash text not null unique check (length(token_hash) = 43),
  state text not null,
  nonce text not null,
  verifier text not null,
  -- who links their account; null: somebody who wants to come in
  person_id uuid references identity_people (id),
  language text not null check (language in ('az', 'en', 'ru')),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index identity_errands_person on identity_errands (person_id) where person_id is not null;
create index identity_errands_end on identity_errands (expires_at);
