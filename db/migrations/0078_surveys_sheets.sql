-- Paper forms that are typed in: once, or twice by two people and compared. A sheet becomes an interview of the same id.
create table surveys_sheets (
  forum_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  -- written on the sheet
  number integer not null check (number > 0),
  edition integer not null,
  primary key (forum_id, id),
  unique (forum_id, round_id, number),
  foreign key (forum_id, round_id) references surveys_rounds (forum_id, id)
);

create table surveys_sheet_entries (
  forum_id uuid not null,
  sheet_id uuid not null,
  -- the first typing, the second, what was settled between them
  nth integer not null check (nth between 1 and 3),
  place_id uuid,
  group_key text,
  on_day date not null,
  -- `Answers` and `DeclinedAnswers` of questionnaires/schema.ts
  answers jsonb not null,
  declined jsonb not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, sheet_id, nth),
  foreign key (forum_id, sheet_id) references surveys_sheets (forum_id, id)
);
