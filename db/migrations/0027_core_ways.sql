-- A deed can also be done through a helper, for somebody who is present and has no device of their own.
alter table core_entries drop constraint core_entries_by_way_check;
alter table core_entries add constraint core_entries_by_way_check
  check (by_way in ('account', 'link', 'assisted', 'paper', 'system'));
