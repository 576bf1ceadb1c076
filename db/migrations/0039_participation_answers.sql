-- What a body answers: by its account, by a link for this one answer, through a helper, or on paper that staff enters.
create table participation_answers (
  forum_id uuid not null,
  id uuid not null,
  question_id uuid not null,
  body_id uuid not null,
  on_day date not null,
  text jsonb not null,
  way text not null check (way in ('account', 'link', 'assisted', 'paper')),
  paper_ref text check ((paper_ref is not null) = (way = 'paper')),
  paper_day date check ((paper_day is not null) = (way = 'paper')),
  paper_file uuid,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  unique (forum_id, question_id),
  foreign key (forum_id, question_id) references participation_questions (forum_id, id),
  foreign key (forum_id, paper_file) references core_files (forum_id, id)
);
