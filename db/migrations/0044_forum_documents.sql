-- Founding documents of a forum: what it is allowed to decide, and how, article by article.

create table forum_documents (
  forum_id uuid not null,
  id uuid not null,
  -- the word in its address: "rules", "memorandum", "document-3"
  slug text not null check (slug ~ '^[a-z][a-z0-9-]{0,59}$'),
  kind text not null check (kind in ('rules', 'memorandum', 'other')),
  title jsonb not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  unique (forum_id, slug)
);
-- A second text of these kinds is a new version, not a second document.
create unique index forum_documents_kind on forum_documents (forum_id, kind) where kind <> 'other';

create table forum_versions (
  forum_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  number integer not null check (number > 0),
  -- machine-readable rules bound to articles: {"rules": {"quorum": {"article": "8", "value": {...}}}, "topics": {...}}
  book jsonb not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  unique (forum_id, document_id, number),
  foreign key (forum_id, document_id) references forum_documents (forum_id, id)
);

-- "0" is what stands before the first article.
create table forum_articles (
  forum_id uuid not null,
  version_id uuid not null,
  position integer not null,
  number text not null check (number ~ '^[0-9]{1,3}(\.[0-9]{1,3}){0,3}$'),
  heading jsonb not null,
  words jsonb not null,
  primary key (forum_id, version_id, position),
  unique (forum_id, version_id, number),
  foreign key (forum_id, version_id) references forum_versions (forum_id, id)
);

-- The text was sent to the members; from then on it stays as it is.
create table forum_proposals (
  forum_id uuid not null,
  version_id uuid not null,
  on_day date not null,
  -- how many members propose it; null: not said
  members integer check (members > 0),
  reason jsonb,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, version_id),
  foreign key (forum_id, version_id) references forum_versions (forum_id, id)
);

create table forum_adoptions (
  forum_id uuid not null,
  version_id uuid not null,
  on_day date not null,
  in_force_on date not null,
  -- by which rules: of the founding assembly, of the documents in force, or as the minutes say
  by_rules text not null check (by_rules in ('founding', 'documents', 'minutes')),
  -- "minutes No 1, item 3"
  decision text not null,
  -- votes by constituency; null: the minutes give none
  votes jsonb,
  -- quorum and majority as they were computed on the day it was entered
  judged jsonb,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, version_id),
  foreign key (forum_id, version_id) references forum_versions (forum_id, id),
  check (in_force_on >= on_day)
);

create table forum_signatures (
  forum_id uuid not null,
  id uuid not null,
  version_id uuid not null,
  body_id uuid not null,
  -- in which capacity: "chairman of the municipality"; never a name
  capacity jsonb,
  on_day date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  unique (forum_id, version_id, body_id),
  foreign key (forum_id, version_id) references forum_versions (forum_id, id)
);
