-- The web form without script: what somebody wrote so far is kept here until it is handed in, at most 30 days.
create table surveys_fillings (
  forum_id uuid not null,
  -- becomes the id of the interview: handing in twice is one interview
  id uuid not null,
  round_id uuid not null,
  -- SHA-256 (base64url) of the secret in the address by which it is gone on with
  secret_hash text not null check (secret_hash ~ '^[A-Za-z0-9_-]{43}$'),
  edition integer not null,
  mode text not null check (mode in ('link', 'kiosk', 'desk')),
  language text not null check (language <> '' and length(language) <= 40),
  place_id uuid,
  group_key text,
  -- used up when it is handed in; the row goes then, and with it the only link between code and answers
  code text check (length(code) <= 20),
  -- `Answers` and `DeclinedAnswers` of questionnaires/schema.ts
  answers jsonb not null,
  declined jsonb not null,
  begun_on date not null,
  touched_on date not null,
  primary key (forum_id, id),
  unique (forum_id, secret_hash),
  foreign key (forum_id, round_id) references surveys_rounds (forum_id, id)
);
create index surveys_fillings_touched on surveys_fillings (forum_id, touched_on);
