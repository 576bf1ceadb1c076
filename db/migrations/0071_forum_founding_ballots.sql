-- The ballot by which the assembly adopted its procedure ("/ballots/1"); null: entered from its minutes.
alter table forum_founding_adoptions add column decision text check (decision <> '' and length(decision) <= 300);
