-- Rows of answers of a closed round, as they went out: once, because two files of one round could be joined. What is shown
-- of them is drawn from here and never counted again, so that a later exclusion tells nothing.
create table surveys_microdata (
  forum_id uuid not null,
  round_id uuid not null,
  -- `Microdata` of analysis/microdata/schema.ts: columns with their codes, rows of codes in the order of their codes
  content jsonb not null,
  -- `Checked`: what was asked of the check, and what it found
  checked jsonb not null,
  on_day date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, round_id),
  foreign key (forum_id, round_id) references surveys_rounds (forum_id, id)
);
