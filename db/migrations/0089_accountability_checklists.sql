-- What bodies publish: a check of one item of the list on a day, and the body's pages in social networks.
create table accountability_checks (
  forum_id uuid not null references core_forums (id),
  id uuid not null,
  body_id uuid not null,
  -- Key of the item; the list itself is data of the program, in versions.
  item text not null,
  edition integer not null check (edition > 0),
  found text not null check (found in ('published', 'partly', 'not_found')),
  checked_on date not null,
  -- Of which day what was found there is; null: it does not say.
  dated_on date,
  url text,
  -- A picture or a copy of the page as it was.
  file_id uuid,
  file_name text,
  note jsonb,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  check (found = 'not_found' or url is not null or file_id is not null)
);
create index accountability_checks_body on accountability_checks (forum_id, body_id, item, checked_on desc, id desc);
create index accountability_checks_file on accountability_checks (forum_id, file_id) where file_id is not null;

create table accountability_social_pages (
  forum_id uuid not null references core_forums (id),
  id uuid not null,
  body_id uuid not null,
  network text not null,
  url text not null,
  checked_on date not null,
  -- Day of the newest post that was seen there; null: none was seen.
  newest_on date,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id)
);
create index accountability_social_pages_body on accountability_social_pages (forum_id, body_id, url, checked_on desc, id desc);
