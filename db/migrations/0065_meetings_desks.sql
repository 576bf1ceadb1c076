-- A meeting taken to the hall by a desk that works without internet; while one is out, the meeting is locked here.

create table meetings_desks (
  forum_id uuid not null,
  -- made on the device
  id uuid not null,
  meeting_id uuid not null,
  -- SHA-256 (hex) of what only the desk knows
  secret_hash text not null check (secret_hash ~ '^[0-9a-f]{64}$'),
  -- the meeting as it was taken out: what is brought back is judged by it
  snapshot jsonb not null,
  on_day date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, meeting_id) references meetings_meetings (forum_id, id)
);
create index meetings_desks_meeting on meetings_desks (forum_id, meeting_id);

-- The device is lost, or was not needed: what it delivers later is refused, its file can be brought in by hand.
create table meetings_desk_recalls (
  forum_id uuid not null,
  desk_id uuid not null,
  reason text not null check (reason <> '' and length(reason) <= 2000),
  on_day date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, desk_id),
  foreign key (forum_id, desk_id) references meetings_desks (forum_id, id)
);

-- What a desk brought back, once.
create table meetings_desk_deliveries (
  forum_id uuid not null,
  desk_id uuid not null,
  -- of the parcel, made on the device
  id uuid not null,
  by_hand boolean not null,
  -- answered again when the same comes twice
  receipt jsonb not null,
  on_day date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, desk_id),
  unique (forum_id, id),
  foreign key (forum_id, desk_id) references meetings_desks (forum_id, id)
);

-- Every step that was done: none is done twice, whichever way it comes.
create table meetings_desk_steps (
  forum_id uuid not null,
  id uuid not null,
  desk_id uuid not null,
  primary key (forum_id, id),
  foreign key (forum_id, desk_id) references meetings_desk_deliveries (forum_id, desk_id)
);
create index meetings_desk_steps_desk on meetings_desk_steps (forum_id, desk_id);
