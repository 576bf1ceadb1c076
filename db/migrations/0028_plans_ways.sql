-- What came through a helper, and the date of a letter beside its number.
alter table plans_updates drop constraint plans_updates_way_check;
alter table plans_updates add constraint plans_updates_way_check
  check (way in ('account', 'link', 'assisted', 'paper', 'import'));
alter table plans_updates add column paper_day date check (paper_day is null or way = 'paper');
alter table plans_replies drop constraint plans_replies_way_check;
alter table plans_replies add constraint plans_replies_way_check
  check (way in ('account', 'link', 'assisted', 'paper'));
alter table plans_replies add column paper_day date check (paper_day is null or way = 'paper');
