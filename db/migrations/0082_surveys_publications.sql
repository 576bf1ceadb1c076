-- What is published of a round, whole, as it went out. A later row with a reason adds tables or corrects.
create table surveys_publications (
  forum_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  -- `Results` of analysis/composing/schema.ts: pages and files are drawn from it
  results jsonb not null,
  -- which tables went out and what of them was hidden then: nothing published later may give that back
  printed jsonb not null,
  -- what the round found, in the words of who publishes it
  words jsonb,
  reason text check (reason <> '' and length(reason) <= 2000),
  on_day date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, round_id) references surveys_rounds (forum_id, id)
);
create index surveys_publications_round on surveys_publications (forum_id, round_id, id);
