-- Who leads the forum, its working groups, and how many women and men sit in it as far as that is known.

-- Somebody is elected to an office of the forum: who speaks for a seat, or an office of an organisation.
create table forum_leads (
  forum_id uuid not null references core_forums (id),
  id uuid not null,
  office text not null check (office in ('coordinator', 'co_chair_government', 'co_chair_civil', 'deputy')),
  -- the organisation (module places); its seat and the mandate by which the elected one spoke for it, if it has one
  body_id uuid not null,
  seat_id uuid,
  mandate_id uuid,
  -- a person of the module identity; null: only the office in the organisation is named
  person_id uuid,
  post jsonb,
  elected_on date not null,
  from_day date not null,
  -- the last day of the term; null: nothing says how long it is
  to_day date,
  -- the rule that gave or bounded the term; null: it was written by hand
  term_document text,
  term_article text,
  -- by what: "protokol 3, bənd 2", and where it can be read: a web address or a page of the forum ("/ballots/4")
  decision text not null check (decision <> '' and length(decision) <= 200),
  url text check (length(url) <= 2000),
  -- the role of the module identity that follows from it
  role_id uuid,
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  check (from_day >= elected_on),
  check (to_day is null or to_day >= from_day),
  check ((seat_id is null) = (mandate_id is null)),
  check (person_id is not null or post is not null),
  check (role_id is null or person_id is not null),
  check ((term_document is null) = (term_article is null)),
  foreign key (forum_id, seat_id) references forum_seats (forum_id, id),
  foreign key (forum_id, mandate_id) references forum_mandates (forum_id, id)
);
create index forum_leads_role on forum_leads (forum_id, role_id) where role_id is not null;

-- It ended before its term, or (without a last day) it was entered by mistake and never was.
create table forum_lead_ends (
  forum_id uuid not null,
  lead_id uuid not null,
  last_day date,
  reason text not null check (reason in ('replaced', 'left_office', 'resigned', 'absence', 'other')),
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, lead_id),
  foreign key (forum_id, lead_id) references forum_leads (forum_id, id)
);

-- A working group: made by a decision for a task, from a day, perhaps until a day.
create table forum_groups (
  forum_id uuid not null references core_forums (id),
  id uuid not null,
  number integer not null check (number > 0),
  name jsonb not null,
  task jsonb not null,
  decision text not null check (decision <> '' and length(decision) <= 200),
  url text check (length(url) <= 2000),
  from_day date not null,
  to_day date,
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  unique (forum_id, number),
  check (to_day is null or to_day >= from_day)
);

-- A group is ended by a decision; its last day is included.
create table forum_group_ends (
  forum_id uuid not null,
  group_id uuid not null,
  last_day date not null,
  decision text not null check (decision <> '' and length(decision) <= 200),
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, group_id),
  foreign key (forum_id, group_id) references forum_groups (forum_id, id)
);

-- Who works in a group: a seat of the forum, or an expert from outside as an organisation or its office. Never a name.
create table forum_group_members (
  forum_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  seat_id uuid,
  body_id uuid,
  post jsonb,
  leads boolean not null,
  from_day date not null,
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  check ((seat_id is null) <> (body_id is null)),
  foreign key (forum_id, group_id) references forum_groups (forum_id, id),
  foreign key (forum_id, seat_id) references forum_seats (forum_id, id)
);
create index forum_group_members_group on forum_group_members (forum_id, group_id);

create table forum_group_member_ends (
  forum_id uuid not null,
  member_id uuid not null,
  last_day date not null,
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, member_id),
  foreign key (forum_id, member_id) references forum_group_members (forum_id, id)
);

-- Women and men among those who speak for a constituency, as counted on a day. Who is in neither is not known.
create table forum_gender_counts (
  forum_id uuid not null,
  id uuid not null,
  constituency_id uuid not null,
  on_day date not null,
  women integer not null check (women >= 0),
  men integer not null check (men >= 0),
  source text not null check (source <> '' and length(source) <= 500),
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, constituency_id) references forum_constituencies (forum_id, id)
);
