-- Ballots: what is voted on, the frozen roll, what each seat said, counts of slips, and the result with each seat once.
-- Nothing is overwritten: opening, withdrawal and closing are rows of their own.

create table ballots_numbers (
  forum_id uuid not null primary key,
  last integer not null
);

create table ballots_ballots (
  forum_id uuid not null,
  id uuid not null,
  -- as people cite it: "ballot 7"; never used again
  number integer not null check (number > 0),
  title jsonb not null,
  -- the motion, word for word; of an election what is filled
  words jsonb not null,
  kind text not null check (kind in ('motion', 'choice', 'approval', 'ranked')),
  -- how an order of preference is counted
  method text check (method in ('schulze', 'instant_runoff')),
  -- the kind of decision of the rulebook
  decision text not null check (decision in ('ordinary', 'documents', 'members', 'removal', 'election', 'plan')),
  secrecy text not null check (secrecy in ('open', 'secret')),
  -- why it is not as the rules say
  secrecy_reason jsonb,
  mode text not null check (mode in ('hall', 'online', 'correspondence', 'paper', 'mixed')),
  -- [{"type": "body" | "page", "id": "..."}]: who has an interest in it stands aside
  about jsonb not null,
  -- what the result does: {"what": "version", ...} or {"what": "office", ...}; null: nothing of itself
  decides jsonb,
  -- the meeting and the agenda item at which it is held
  meeting_id uuid,
  item_id uuid,
  -- voted once more, because the earlier one ended in a tie, or its second round
  again_of uuid,
  -- until when one votes where no meeting closes it
  closes_at timestamptz,
  -- written here, brought by the meeting desk, or entered from paper
  origin text not null check (origin in ('here', 'desk', 'minutes')),
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  unique (forum_id, number),
  check ((kind = 'ranked') = (method is not null)),
  check ((meeting_id is null) = (item_id is null))
);
create index ballots_ballots_item on ballots_ballots (forum_id, meeting_id, item_id) where meeting_id is not null;
create unique index ballots_ballots_again on ballots_ballots (forum_id, again_of) where again_of is not null;

-- What one can choose; a motion has none. "1" is the first of its ballot.
create table ballots_options (
  forum_id uuid not null,
  ballot_id uuid not null,
  position integer not null check (position > 0),
  label jsonb not null,
  primary key (forum_id, ballot_id, position),
  foreign key (forum_id, ballot_id) references ballots_ballots (forum_id, id)
);

-- Voting begins; roll and rules of that day are frozen.
create table ballots_openings (
  forum_id uuid not null,
  ballot_id uuid not null,
  opened_on date not null,
  opened_at timestamptz not null,
  closes_at timestamptz,
  ruled_by text not null check (ruled_by in ('documents', 'founding')),
  book jsonb not null,
  -- [{"constituency": "...", "name": {...}, "all": 9, "filled": 8}]
  voters jsonb not null,
  -- SHA-256 (hex) over the canonical roll
  roll_hash text not null check (roll_hash ~ '^[0-9a-f]{64}$'),
  entered_by uuid,
  primary key (forum_id, ballot_id),
  foreign key (forum_id, ballot_id) references ballots_ballots (forum_id, id)
);

-- One row a seat of the day of opening.
create table ballots_roll (
  forum_id uuid not null,
  ballot_id uuid not null,
  -- id of the seat, or its place in the list of the founding assembly
  key text not null,
  number integer not null,
  seat_id uuid,
  constituency text not null,
  organisation jsonb not null,
  body_id uuid,
  filled boolean not null,
  -- who stands aside: nobody, the representative, the alternate, the whole seat
  recused text not null check (recused in ('nobody', 'representative', 'alternate', 'seat')),
  primary key (forum_id, ballot_id, key),
  unique (forum_id, ballot_id, number),
  foreign key (forum_id, ballot_id) references ballots_openings (forum_id, ballot_id)
);

-- What one seat said in an open ballot: once.
create table ballots_marks (
  forum_id uuid not null,
  ballot_id uuid not null,
  key text not null,
  -- "for", "against", "abstain", "blank", "not_voting"; of options one number each: [0, 1], or places: [2, 1, 0]
  slip jsonb not null,
  -- who spoke for the seat: representative, alternate, or the seat that carries its proxy
  speaker text not null check (speaker in ('representative', 'alternate', 'proxy')),
  carried_by text,
  way text not null check (way in ('account', 'link', 'assisted', 'paper', 'called', 'system')),
  -- the person whose mark it is, where one is known; never a helper
  person_id uuid,
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, ballot_id, key),
  foreign key (forum_id, ballot_id, key) references ballots_roll (forum_id, ballot_id, key),
  check ((speaker = 'proxy') = (carried_by is not null))
);

-- Slips or hands as one person counted them; two who agree are needed.
create table ballots_counts (
  forum_id uuid not null,
  ballot_id uuid not null,
  -- 1 first, 2 second, 3 and more where they differed
  number integer not null check (number > 0),
  -- [{"box": null | "...", "slip": "for", "count": 12}]: equal slips together; a box is a constituency counted apart
  piles jsonb not null,
  -- who counted: "commission member, seat 4"; never a name
  counter text not null check (counter <> '' and length(counter) <= 200),
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, ballot_id, number),
  foreign key (forum_id, ballot_id) references ballots_openings (forum_id, ballot_id)
);

create table ballots_withdrawals (
  forum_id uuid not null,
  ballot_id uuid not null,
  on_day date not null,
  reason jsonb not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, ballot_id),
  foreign key (forum_id, ballot_id) references ballots_ballots (forum_id, id)
);

-- The result, as it was computed at the moment of closing.
create table ballots_closures (
  forum_id uuid not null,
  ballot_id uuid not null,
  closed_on date not null,
  closed_at timestamptz not null,
  -- what the result follows from beside roll, marks and counts: {"chair": ..., "settled": [...]}
  ties jsonb not null,
  -- quorum, outcome, tally and counts by constituency with every step
  result jsonb not null,
  -- what followed of it: {"done": true} or {"done": false, "why": {"key": "...", "params": {...}}}; null: nothing was to
  effect jsonb,
  -- SHA-256 (hex) over the canonical result
  result_hash text not null check (result_hash ~ '^[0-9a-f]{64}$'),
  entered_by uuid,
  primary key (forum_id, ballot_id),
  foreign key (forum_id, ballot_id) references ballots_openings (forum_id, ballot_id)
);

-- Each eligible seat exactly once.
create table ballots_outcomes (
  forum_id uuid not null,
  ballot_id uuid not null,
  key text not null,
  outcome text not null check (
    outcome in ('for', 'against', 'abstain', 'voted', 'not_voting', 'absent', 'excused', 'recused')
  ),
  -- of an open election what the seat chose
  slip jsonb,
  -- how it was there; null: not
  way text check (way in ('hall', 'online', 'alternate', 'proxy', 'excused', 'absent')),
  carried_by text,
  person_id uuid,
  primary key (forum_id, ballot_id, key),
  foreign key (forum_id, ballot_id, key) references ballots_roll (forum_id, ballot_id, key),
  foreign key (forum_id, ballot_id) references ballots_closures (forum_id, ballot_id)
);
