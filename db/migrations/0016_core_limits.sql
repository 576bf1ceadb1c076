-- How often somebody did something lately, so that nobody can do it without end. Rows of the installation; they raise no
-- revision. `who` is a keyed hash (HMAC-SHA-256, hex) of an account or an address, never itself; its key lives at most 24
-- hours, and with it everything that was counted. One row is one bucket: it is empty again at `full_at`.
create table core_limits (
  rule text not null,
  who text not null check (who ~ '^[0-9a-f]{64}$'),
  full_at timestamptz not null,
  -- The span of its rule: a moment further ahead than that was written before the clock was set back.
  span interval not null,
  -- Did the last one who asked get through?
  allowed boolean not null,
  primary key (rule, who)
);

-- The keys of these hashes. `counting` changes daily; `devices` signs the cookie of a device that signed in before.
create table core_limit_keys (
  name text primary key check (name in ('counting', 'devices')),
  id uuid not null unique,
  secret text not null check (secret ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null
);
