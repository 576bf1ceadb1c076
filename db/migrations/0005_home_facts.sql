-- Reported facts about a forum that was founded on paper, or about what came before it: entered afterwards,
-- each with its source, exactly as printed ("nearly 18 %", "2 of 15"), never computed with.
create table home_facts (
  forum_id uuid not null references core_forums (id),
  id uuid not null,
  part text not null check (part in ('about', 'event', 'composition', 'document', 'survey', 'finding', 'recommendation', 'later')),
  position integer not null,
  -- texts in one or more languages; "value" as printed, null where the fact is its title
  title jsonb not null,
  value jsonb,
  detail jsonb,
  source jsonb not null,
  source_url text,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id)
);
create index home_facts_part on home_facts (forum_id, part, position);
