-- Under which procedure the founding assembly decides: published with the invitation, adopted as its first item.

create table forum_foundings (
  forum_id uuid not null primary key,
  -- day of the assembly
  meets_on date not null,
  place jsonb not null,
  initiators jsonb not null,
  -- [{"name": "...", "why": "..."}]: who is invited and why; each has one vote
  invited jsonb not null,
  -- {"share": {"than": "more_than", "part": 1, "whole": 2}, "of": "all"}
  quorum jsonb not null,
  majority jsonb not null,
  -- who counts the votes
  counters jsonb not null,
  entered_at timestamptz not null,
  entered_by uuid
);

-- It went out with the invitation, or is entered afterwards from paper; from then on it stays as it is.
create table forum_founding_publications (
  forum_id uuid not null primary key,
  on_day date not null,
  afterwards boolean not null,
  entered_at timestamptz not null,
  entered_by uuid,
  foreign key (forum_id) references forum_foundings (forum_id)
);

-- The assembly adopted it as its first item.
create table forum_founding_adoptions (
  forum_id uuid not null primary key,
  on_day date not null,
  -- {"all": 23, "present": 20, "for": 19, "against": 0, "abstain": 1}
  votes jsonb not null,
  entered_at timestamptz not null,
  entered_by uuid,
  foreign key (forum_id) references forum_founding_publications (forum_id)
);
