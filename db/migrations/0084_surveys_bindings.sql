-- Where a finding was put to use: the baseline or a value of an indicator, or evidence of an evaluation. Indicators and
-- evaluations are of a module beside this one, so they are named by id alone.
create table surveys_bindings (
  forum_id uuid not null,
  id uuid not null,
  finding_id uuid not null,
  kind text not null check (kind in ('baseline', 'actual', 'evidence')),
  indicator_id uuid,
  evaluation_id uuid,
  -- in the unit of the indicator
  value numeric,
  on_day date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, finding_id) references surveys_findings (forum_id, id),
  check ((kind = 'evidence') = (evaluation_id is not null)),
  check ((kind = 'evidence') = (indicator_id is null)),
  check ((kind = 'evidence') = (value is null))
);

-- The same use twice says nothing more.
create unique index surveys_bindings_once on surveys_bindings
  (forum_id, finding_id, kind, coalesce(indicator_id, evaluation_id));
create index surveys_bindings_indicator on surveys_bindings (forum_id, indicator_id);
create index surveys_bindings_evaluation on surveys_bindings (forum_id, evaluation_id);
