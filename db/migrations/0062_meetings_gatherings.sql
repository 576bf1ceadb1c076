-- Meetings with residents in a village, recorded by a helper afterwards: counts and points, never names.
create table meetings_gatherings (
  forum_id uuid not null,
  meeting_id uuid not null,
  women integer not null check (women >= 0 and women <= 10000),
  men integer not null check (men >= 0 and men <= 10000),
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, meeting_id),
  foreign key (forum_id, meeting_id) references meetings_meetings (forum_id, id)
);

-- What people said, topic by topic.
create table meetings_points (
  forum_id uuid not null,
  meeting_id uuid not null,
  position integer not null check (position > 0),
  topic text not null check (topic <> '' and length(topic) <= 200),
  words jsonb not null,
  primary key (forum_id, meeting_id, position),
  foreign key (forum_id, meeting_id) references meetings_meetings (forum_id, id)
);
