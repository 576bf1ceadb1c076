-- What the operator answered to each legal duty of a country before the first name is stored. The last answer counts.
create table home_duty_answers (
  id uuid primary key,
  country text not null check (country ~ '^[A-Z]{2}$'),
  duty text not null check (duty ~ '^[a-z][a-z_]{1,39}$'),
  answer text not null check (answer in ('done', 'not_applicable')),
  because text not null check (because <> ''),
  answered_at timestamptz not null,
  answered_by uuid
);
create index home_duty_answers_duty on home_duty_answers (country, duty, id);
