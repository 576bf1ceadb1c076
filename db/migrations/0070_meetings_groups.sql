-- A meeting of a working group says of which: only its members are called. What was called before says none.
alter table meetings_calls add column group_id uuid check (group_id is null or kind = 'working_group');
