-- Money is public only field by field, where somebody ticked it: who pays for what can hurt whom is paid.
alter table plans_measures add column budget_public boolean not null default false;

-- What an evaluator wrote of its tie to whoever paid for the evaluation, where it was not ticked as public; then the
-- public text of the ties says that it is kept back. Null: it stands in the public text.
alter table plans_evaluations add column funder_tie jsonb;
