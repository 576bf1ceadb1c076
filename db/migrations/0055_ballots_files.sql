-- The file by which anybody recomputes a closed ballot, byte for byte as it was sealed at the closing.
alter table ballots_closures add column file text not null;
