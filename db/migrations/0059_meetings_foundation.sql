-- Meetings of a forum: called, prepared by an agenda, held. Nothing is overwritten: of several rows on one thing the latest counts.

-- The last number given: of meetings, decisions, tasks. Its row is locked until the thing is written.
create table meetings_numbers (
  forum_id uuid not null,
  kind text not null check (kind in ('meeting', 'decision', 'task')),
  last integer not null check (last > 0),
  primary key (forum_id, kind)
);

create table meetings_meetings (
  forum_id uuid not null,
  id uuid not null,
  -- as people cite it: "meeting 4"; never used again
  number integer not null check (number > 0),
  -- entered after it had been held
  afterwards boolean not null,
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  unique (forum_id, number)
);

-- The words of the call: when, where, by whom. A later row with a reason is a meeting that was moved.
create table meetings_calls (
  forum_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  kind text not null check (kind in ('assembly', 'extraordinary', 'working_group', 'village', 'correspondence')),
  title jsonb not null,
  on_day date not null,
  -- "14:30" in the zone of the forum; null: not said
  hour text check (hour ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  -- last day of a correspondence session
  until_day date check (until_day >= on_day),
  place jsonb,
  -- a place of the register
  place_id uuid,
  -- for members only
  link text check (link <> '' and length(link) <= 2000),
  convener text not null check (convener in ('coordinator', 'co_chairs', 'secretary', 'members', 'initiators', 'other')),
  -- so many members demanded it
  members integer check (members > 0),
  -- which organisation keeps the minutes
  body_id uuid not null,
  language text not null check (language in ('az', 'en', 'ru')),
  urgent boolean not null,
  -- why it is urgent, or was moved
  reason text check (reason <> '' and length(reason) <= 2000),
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, meeting_id) references meetings_meetings (forum_id, id)
);
create index meetings_calls_meeting on meetings_calls (forum_id, meeting_id);

-- The invitation went out; from then on everybody sees the meeting.
create table meetings_invitations (
  forum_id uuid not null,
  meeting_id uuid not null,
  on_day date not null,
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, meeting_id),
  foreign key (forum_id, meeting_id) references meetings_meetings (forum_id, id)
);

create table meetings_cancellations (
  forum_id uuid not null,
  meeting_id uuid not null,
  on_day date not null,
  reason text not null check (reason <> '' and length(reason) <= 2000),
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, meeting_id),
  foreign key (forum_id, meeting_id) references meetings_meetings (forum_id, id)
);

-- What of the rules of that day was not kept, as it was found; the meeting went on.
create table meetings_breaches (
  forum_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  -- "notice", "convening", ...: the sentence; params are whole numbers, days and words of it
  kind text not null check (kind ~ '^[a-z_]{1,40}$'),
  -- document and article of the rule; null: no rule is bound to an article
  document text,
  article text,
  params jsonb not null,
  on_day date not null,
  entered_at timestamptz not null,
  primary key (forum_id, id),
  foreign key (forum_id, meeting_id) references meetings_meetings (forum_id, id)
);
create index meetings_breaches_meeting on meetings_breaches (forum_id, meeting_id);

create table meetings_items (
  forum_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, meeting_id) references meetings_meetings (forum_id, id)
);
create index meetings_items_meeting on meetings_items (forum_id, meeting_id);

-- What an item says, and where it stands; the latest row counts.
create table meetings_item_texts (
  forum_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  position integer not null check (position > 0),
  kind text not null check (kind in ('information', 'decision', 'election', 'finding')),
  title jsonb not null,
  words jsonb,
  -- who presents it: a seat, or an office in words; never a name
  seat_id uuid,
  presenter jsonb,
  -- what it is about: [{"type": "page", "id": "/plans/local/measures/1.3"}], also for conflicts of interest
  about jsonb not null,
  -- taken off the agenda
  removed boolean not null,
  -- changed after the day on which the agenda should have been there
  late boolean not null,
  on_day date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, item_id) references meetings_items (forum_id, id)
);
create index meetings_item_texts_item on meetings_item_texts (forum_id, item_id);

-- Beginning and end of a meeting (item null) and of its items.
create table meetings_moments (
  forum_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  item_id uuid,
  what text not null check (what in ('begun', 'ended')),
  on_day date not null,
  hour text check (hour ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, meeting_id) references meetings_meetings (forum_id, id),
  foreign key (forum_id, item_id) references meetings_items (forum_id, id)
);
create index meetings_moments_meeting on meetings_moments (forum_id, meeting_id);
create unique index meetings_moments_once on meetings_moments (forum_id, meeting_id, what) where item_id is null;
create unique index meetings_moments_item_once on meetings_moments (forum_id, item_id, what) where item_id is not null;

-- Who is there, from an item on (null: from the beginning), in which way.
create table meetings_attendances (
  forum_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  -- of the electorate: id of the seat, or the place in the list of the founding procedure
  key text not null check (key <> '' and length(key) <= 40),
  way text not null check (way in ('hall', 'online', 'alternate', 'proxy', 'excused', 'absent')),
  -- key of who carries the proxy
  carried_by text check ((way = 'proxy') = (carried_by is not null)),
  from_item uuid,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, meeting_id) references meetings_meetings (forum_id, id),
  foreign key (forum_id, from_item) references meetings_items (forum_id, id)
);
create index meetings_attendances_meeting on meetings_attendances (forum_id, meeting_id);

-- A member stands aside in one item, said at the meeting; the register of interests comes on top of it.
create table meetings_recusals (
  forum_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  key text not null check (key <> '' and length(key) <= 40),
  -- false: said by mistake
  aside boolean not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, item_id) references meetings_items (forum_id, id)
);
create index meetings_recusals_item on meetings_recusals (forum_id, item_id);

-- Without a vote. A later row of the same guest corrects it; nobody left: n is 0.
create table meetings_guests (
  forum_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  guest_id uuid not null,
  kind text not null check (kind in ('guest', 'expert', 'observer', 'press')),
  -- organisation or office, for everybody
  words text not null check (words <> '' and length(words) <= 300),
  -- names, for staff only
  people text check (people <> '' and length(people) <= 500),
  n integer not null check (n >= 0 and n <= 1000),
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, meeting_id) references meetings_meetings (forum_id, id)
);
create index meetings_guests_meeting on meetings_guests (forum_id, meeting_id);

-- The secretary's words on an item (null: on the whole meeting); "said": what the assembly said about a finding.
create table meetings_notes (
  forum_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  item_id uuid,
  kind text not null check (kind in ('text', 'said')),
  words jsonb not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, meeting_id) references meetings_meetings (forum_id, id),
  foreign key (forum_id, item_id) references meetings_items (forum_id, id)
);
create index meetings_notes_meeting on meetings_notes (forum_id, meeting_id);

-- The signed attendance sheet, as a picture: never public.
create table meetings_sheets (
  forum_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  file_id uuid not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  unique (forum_id, file_id),
  foreign key (forum_id, meeting_id) references meetings_meetings (forum_id, id),
  foreign key (forum_id, file_id) references core_files (forum_id, id)
);
