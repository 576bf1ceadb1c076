-- How many cases are open, by body and due day: the figures on top of a list are sums of a few thousand rows, however
-- many cases there are. Kept by the database itself, so that no deed can forget it.
create table obligations_tallies (
  forum_id uuid not null,
  body_id uuid not null,
  due_on date not null,
  soon_days integer not null,
  never_on date not null,
  n integer not null,
  primary key (forum_id, body_id, due_on, soon_days, never_on)
);

create function obligations_tally_come() returns trigger language plpgsql as $$
begin
  insert into obligations_tallies as t (forum_id, body_id, due_on, soon_days, never_on, n)
  select forum_id, body_id, due_on, soon_days, never_on, count(*) from come where closed is null
  group by forum_id, body_id, due_on, soon_days, never_on order by 1, 2, 3, 4, 5
  on conflict (forum_id, body_id, due_on, soon_days, never_on) do update set n = t.n + excluded.n;
  return null;
end
$$;

create function obligations_tally_gone() returns trigger language plpgsql as $$
begin
  update obligations_tallies t set n = t.n - g.n
  from (select forum_id, body_id, due_on, soon_days, never_on, count(*) as n from gone where closed is null
    group by forum_id, body_id, due_on, soon_days, never_on) g
  where t.forum_id = g.forum_id and t.body_id = g.body_id and t.due_on = g.due_on and t.soon_days = g.soon_days
    and t.never_on = g.never_on;
  return null;
end
$$;

create trigger obligations_cases_come after insert on obligations_cases
  referencing new table as come for each statement execute function obligations_tally_come();
create trigger obligations_cases_gone after delete on obligations_cases
  referencing old table as gone for each statement execute function obligations_tally_gone();
create trigger obligations_cases_changed_gone after update on obligations_cases
  referencing old table as gone for each statement execute function obligations_tally_gone();
create trigger obligations_cases_changed_come after update on obligations_cases
  referencing new table as come for each statement execute function obligations_tally_come();
