-- Remote secret ballots: urns with their public keys, which seat received its paper, and votes that name no seat.
-- No row holds a moment, so that no order of papers can be laid beside an order of votes.

-- One urn a ballot, or one a constituency where the rules count each apart ('' stands for all together).
create table ballots_secret_urns (
  forum_id uuid not null,
  ballot_id uuid not null,
  constituency text not null,
  -- base64url of SubjectPublicKeyInfo: RSA, RFC 9474
  public_key text not null,
  primary key (forum_id, ballot_id, constituency),
  foreign key (forum_id, ballot_id) references ballots_ballots (forum_id, id)
);

-- The private half, closed under a key that is not in the database. The row goes when voting ends: then nobody can make
-- a paper any more, and that there is none is how a late vote is known.
create table ballots_secret_keys (
  forum_id uuid not null,
  ballot_id uuid not null,
  constituency text not null,
  sealed text not null,
  primary key (forum_id, ballot_id, constituency),
  foreign key (forum_id, ballot_id, constituency) references ballots_secret_urns (forum_id, ballot_id, constituency)
);

-- That a seat received its paper: once.
create table ballots_secret_papers (
  forum_id uuid not null,
  ballot_id uuid not null,
  -- of the roll
  key text not null,
  constituency text not null,
  speaker text not null check (speaker in ('representative', 'alternate', 'proxy')),
  carried_by text,
  -- SHA-256 (hex) of what was signed blind, so that a lost answer is given again; forgotten when voting ends
  blinded_hash text check (blinded_hash ~ '^[0-9a-f]{64}$'),
  primary key (forum_id, ballot_id, key),
  check ((speaker = 'proxy') = (carried_by is not null)),
  foreign key (forum_id, ballot_id, key) references ballots_roll (forum_id, ballot_id, key),
  foreign key (forum_id, ballot_id, constituency) references ballots_secret_urns (forum_id, ballot_id, constituency)
);
create unique index ballots_secret_papers_blinded on ballots_secret_papers (forum_id, ballot_id, blinded_hash);

-- What lies in the urns: one row a paper, whose key is SHA-256 (hex) of its message. Written anew in that order when
-- voting ends.
create table ballots_secret_votes (
  forum_id uuid not null,
  ballot_id uuid not null,
  id text not null check (id ~ '^[0-9a-f]{64}$'),
  constituency text not null,
  -- base64url: 32 random bytes and what they are for; the signature over them
  prepared text not null,
  signature text not null,
  -- "for", "against", "abstain", "blank", or one whole number for each option
  slip jsonb not null,
  primary key (forum_id, ballot_id, id),
  foreign key (forum_id, ballot_id, constituency) references ballots_secret_urns (forum_id, ballot_id, constituency)
);
