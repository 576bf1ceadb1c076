-- The content of an entry stands apart with its salt, so that it can be erased: the entry keeps only
-- HMAC-SHA-256(salt, content), from which nothing can be guessed once the salt is gone.
create table core_entry_contents (
  forum_id uuid not null references core_forums (id),
  entry_id uuid not null,
  salt bytea not null check (length(salt) = 32),
  -- JSON as it was written, byte for byte: that is what the salted hash was made of.
  content text not null,
  primary key (forum_id, entry_id)
);

alter table core_entries add column commitment bytea check (length(commitment) = 32);
-- Deeds of residents: no time finer than the day.
alter table core_entries add column by_day boolean not null default false;

-- RFC 2104 with SHA-256 (blocks of 64 bytes) for a key of 32 bytes; for the entries that are there already.
create function core_hmac_once(key bytea, content bytea) returns bytea language plpgsql as $$
declare
  inner_pad bytea := decode(repeat('36', 64), 'hex');
  outer_pad bytea := decode(repeat('5c', 64), 'hex');
begin
  for n in 0..31 loop
    inner_pad := set_byte(inner_pad, n, get_byte(key, n) # 54);
    outer_pad := set_byte(outer_pad, n, get_byte(key, n) # 92);
  end loop;
  return sha256(outer_pad || sha256(inner_pad || content));
end
$$;

-- Three random UUIDs hold 366 random bits, of which SHA-256 makes 256.
insert into core_entry_contents (forum_id, entry_id, salt, content)
select forum_id, id,
  sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), params::text
from core_entries;

alter table core_entries disable trigger core_entries_rows;
update core_entries e set commitment = core_hmac_once(c.salt, convert_to(c.content, 'UTF8'))
from core_entry_contents c where c.forum_id = e.forum_id and c.entry_id = e.id;
alter table core_entries enable trigger core_entries_rows;
drop function core_hmac_once;
alter table core_entries alter column commitment set not null;
alter table core_entries drop column params;

-- For the list of what a log speaks of, and for reading it by that.
create index core_entries_type on core_entries (forum_id, object_type, at desc, id desc);

-- Entries that are committed and not yet in the tree.
create table core_log_waiting (
  forum_id uuid not null references core_forums (id),
  entry_id uuid not null,
  primary key (forum_id, entry_id)
);
insert into core_log_waiting (forum_id, entry_id) select forum_id, id from core_entries;

-- One log for each forum; that of the reference forum is the installation's and holds the others' checkpoints too.
-- Whoever puts leaves into a tree holds this row.
create table core_logs (
  forum_id uuid primary key references core_forums (id),
  origin text not null unique,
  size bigint not null default 0 check (size >= 0)
);

-- What stands at which place of the tree: an entry, or a checkpoint of another log.
create table core_log_leaves (
  forum_id uuid not null references core_logs (forum_id),
  place bigint not null check (place >= 0),
  entry_id uuid,
  note text,
  primary key (forum_id, place),
  unique (forum_id, entry_id),
  check ((entry_id is null) <> (note is null))
);

-- Hashes of the tree in the tiles of C2SP tlog-tiles: up to 256 of 32 bytes, one behind the other.
create table core_log_tiles (
  forum_id uuid not null references core_logs (forum_id),
  level smallint not null check (level between 0 and 63),
  number bigint not null check (number >= 0),
  hashes bytea not null check (length(hashes) <= 8192 and length(hashes) % 32 = 0),
  primary key (forum_id, level, number)
);

-- Signed heads of the tree. Only the day is kept: the moment would tell when a resident did something.
create table core_log_checkpoints (
  forum_id uuid not null references core_logs (forum_id),
  size bigint not null check (size > 0),
  note text not null,
  signed_on date not null,
  primary key (forum_id, size)
);

-- What others say of a checkpoint: each with the key that they showed.
create table core_log_cosignatures (
  forum_id uuid not null,
  size bigint not null,
  key text not null,
  line text not null,
  added_at timestamptz not null,
  primary key (forum_id, size, key),
  foreign key (forum_id, size) references core_log_checkpoints (forum_id, size)
);

-- The same refusal for all that is the record; it names the table.
create or replace function core_entries_refuse() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if current_setting('ortaq.demonstration_removal', true) = old.forum_id::text
       and exists (select 1 from core_forums where id = old.forum_id and demonstration) then
      return old;
    end if;
  end if;
  raise exception 'The public record is append-only: % of % is refused.', lower(tg_op), tg_table_name
    using errcode = 'restrict_violation';
end
$$;
create trigger core_log_leaves_rows before update or delete on core_log_leaves
  for each row execute function core_entries_refuse();
create trigger core_log_leaves_truncate before truncate on core_log_leaves
  for each statement execute function core_entries_refuse();
create trigger core_log_checkpoints_rows before update or delete on core_log_checkpoints
  for each row execute function core_entries_refuse();
create trigger core_log_checkpoints_truncate before truncate on core_log_checkpoints
  for each statement execute function core_entries_refuse();

-- Content may be erased, never rewritten.
create function core_entry_contents_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'The content of an entry may be erased, never changed.' using errcode = 'restrict_violation';
end
$$;
create trigger core_entry_contents_rows before update on core_entry_contents
  for each row execute function core_entry_contents_refuse();
