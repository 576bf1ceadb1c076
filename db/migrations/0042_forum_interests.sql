-- Conflicts of interest that members declare: on what it is about, the seat, or the one who declares, does not vote.
create table forum_interests (
  forum_id uuid not null,
  id uuid not null,
  seat_id uuid not null,
  -- whose interest it is: the organisation's, so that the whole seat stands aside; or of who speaks for it
  mandate_id uuid,
  -- about an organisation (its id) or a page of the forum ("/plans/local/measures/1.3") with all below it
  about_type text not null check (about_type in ('body', 'page')),
  about_id text not null check (about_id <> '' and length(about_id) <= 300),
  kind text not null check (kind in ('money', 'work', 'family', 'other')),
  words text check (words <> '' and length(words) <= 500),
  from_day date not null,
  way text not null check (way in ('account', 'link', 'assisted', 'paper', 'system')),
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, seat_id) references forum_seats (forum_id, id),
  foreign key (forum_id, mandate_id) references forum_mandates (forum_id, id)
);
create index forum_interests_seat on forum_interests (forum_id, seat_id);

-- The interest is no more; its last day is included.
create table forum_interest_ends (
  forum_id uuid not null,
  interest_id uuid not null,
  last_day date not null,
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, interest_id),
  foreign key (forum_id, interest_id) references forum_interests (forum_id, id)
);
