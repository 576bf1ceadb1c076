-- New recovery codes for the same app end those that were not used.
alter table identity_recoveries add column ended_at timestamptz;
alter table identity_recoveries add check (used_at is null or ended_at is null);
