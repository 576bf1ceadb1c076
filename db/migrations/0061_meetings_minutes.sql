-- Minutes: sent round, corrected, approved, published. What was approved stays as it is.

create table meetings_stages (
  forum_id uuid not null,
  meeting_id uuid not null,
  stage text not null check (stage in ('circulated', 'approved', 'published')),
  on_day date not null,
  -- approved: at a later meeting, by silence until a day, or signed on paper
  how text check (how in ('meeting', 'silence', 'paper')),
  by_meeting uuid,
  -- circulated: remarks are taken until this day
  until_day date,
  -- approved: the whole of the minutes as they stood
  content jsonb check ((stage = 'approved') = (content is not null)),
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, meeting_id, stage),
  check ((stage = 'approved') = (how is not null)),
  check ((stage = 'circulated') = (until_day is not null)),
  foreign key (forum_id, meeting_id) references meetings_meetings (forum_id, id),
  foreign key (forum_id, by_meeting) references meetings_meetings (forum_id, id)
);

-- What a member remarks on minutes sent round.
create table meetings_remarks (
  forum_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  item_id uuid,
  body_id uuid not null,
  words text not null check (words <> '' and length(words) <= 2000),
  on_day date not null,
  way text not null check (way in ('account', 'link', 'assisted', 'paper', 'system')),
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, meeting_id) references meetings_meetings (forum_id, id),
  foreign key (forum_id, item_id) references meetings_items (forum_id, id)
);
create index meetings_remarks_meeting on meetings_remarks (forum_id, meeting_id);

create table meetings_remark_answers (
  forum_id uuid not null,
  remark_id uuid not null,
  accepted boolean not null,
  words text not null check (words <> '' and length(words) <= 2000),
  on_day date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, remark_id),
  foreign key (forum_id, remark_id) references meetings_remarks (forum_id, id)
);

-- After approval: a correction of its own, cited where it belongs.
create table meetings_corrections (
  forum_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  item_id uuid,
  words jsonb not null,
  -- "meeting 5, item 1"
  decision text not null check (decision <> '' and length(decision) <= 500),
  on_day date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, meeting_id) references meetings_meetings (forum_id, id),
  foreign key (forum_id, item_id) references meetings_items (forum_id, id)
);
create index meetings_corrections_meeting on meetings_corrections (forum_id, meeting_id);
