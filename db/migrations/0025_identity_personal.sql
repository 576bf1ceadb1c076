-- What people do with what is held about them: correct it, confirm a new e-mail address, have it erased.

-- Of the installation: that something was corrected, and on whose word; never what stood there before.
create table identity_corrections (
  id uuid primary key,
  person_id uuid not null references identity_people (id),
  field text not null check (field in ('name', 'language', 'phone', 'email')),
  corrected_at timestamptz not null,
  -- null: the person
  corrected_by uuid,
  -- the letter in which the person asked for it
  paper_ref text,
  paper_day date,
  check ((paper_ref is null) = (paper_day is null))
);
create index identity_corrections_person on identity_corrections (person_id, corrected_at);

-- Of the installation: an address counts once a press on the link in a letter to it says so.
create table identity_email_changes (
  id uuid primary key,
  person_id uuid not null references identity_people (id),
  email text not null check (email <> '' and length(email) <= 254),
  token_hash text not null unique check (length(token_hash) = 43),
  made_at timestamptz not null,
  expires_at timestamptz not null
);
create index identity_email_changes_person on identity_email_changes (person_id);

-- Of the installation: name, e-mail, telephone and ways in are gone for good; the record keeps the role.
create table identity_erasures (
  person_id uuid primary key references identity_people (id),
  erased_at timestamptz not null,
  -- null: the person
  erased_by uuid,
  paper_ref text,
  paper_day date,
  check ((paper_ref is null) = (paper_day is null))
);
