-- Plans -> points -> measures -> measure x executor (cell) -> milestones, and the two voices.
-- Every table is of a forum; a national plan's rows carry the reference forum.

create table plans_plans (
  forum_id uuid not null,
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9][a-z0-9-]{0,79}$'),
  kind text not null check (kind in ('national', 'local')),
  title jsonb not null,
  summary jsonb,
  -- the language in which the plan's own words are kept
  language text not null check (language in ('az', 'en', 'ru')),
  -- true: titles are a rendering in our words, not the official text
  rendering boolean not null default false,
  starts_on date,
  ends_on date,
  -- 'not_asked': an ended plan that is evaluated with one voice
  executor_voice text not null default 'asked' check (executor_voice in ('asked', 'not_asked')),
  -- totals as a source reports them; what is loaded may be less
  reported_measures integer check (reported_measures > 0),
  reported_points integer check (reported_points > 0),
  reported_local integer check (reported_local >= 0),
  reported_source text,
  source_url text,
  -- working days an executor has to reply before an evaluation is published, and the one extension
  reply_days integer not null default 10 check (reply_days between 1 and 60),
  extension_days integer not null default 5 check (extension_days between 0 and 60),
  created_at timestamptz not null,
  primary key (forum_id, id),
  unique (forum_id, slug),
  check (ends_on is null or starts_on is null or ends_on >= starts_on)
);

-- A change of stage is a row; a wrong day is corrected by entering the stage once more (of one stage the row entered
-- last counts). The plan's stage on a day is the furthest one that began by then.
create table plans_stages (
  forum_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  stage text not null check (stage in ('draft', 'consultation', 'adopted', 'in_force', 'closed')),
  from_day date not null,
  source text not null,
  source_url text,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, plan_id) references plans_plans (forum_id, id)
);
create index plans_stages_plan on plans_stages (forum_id, plan_id);

-- Days by which every executor of the plan owes a report.
create table plans_report_dates (
  forum_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  due_on date not null,
  basis text not null,
  primary key (forum_id, id),
  unique (forum_id, plan_id, due_on),
  foreign key (forum_id, plan_id) references plans_plans (forum_id, id)
);

create table plans_points (
  forum_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  number text,
  title jsonb not null,
  note text,
  position integer not null,
  primary key (forum_id, id),
  unique (forum_id, plan_id, number),
  foreign key (forum_id, plan_id) references plans_plans (forum_id, id)
);

-- The row keeps the measure as first written; amendments stand beside it with their days.
create table plans_measures (
  forum_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  point_id uuid,
  number text,
  slug text not null check (slug ~ '^[0-9a-z][0-9a-z.-]{0,79}$'),
  position integer not null,
  title jsonb not null,
  text jsonb not null,
  problem jsonb,
  starts_on date,
  due_on date,
  -- the plan's own words for the deadline ("2016-2018")
  due_text text,
  budget_minor bigint check (budget_minor >= 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  legal_basis text,
  source_url text,
  source_note text,
  -- the plan's own words for who implements it
  executors_text text,
  local_executor text not null default 'unknown' check (local_executor in ('yes', 'no', 'unknown')),
  localises_forum_id uuid,
  localises_id uuid,
  ogp_values jsonb not null default '[]',
  tags jsonb not null default '[]',
  -- a measure brought into an adopted plan, by this decision; null: in it from the beginning
  added_on date,
  added_decision text,
  added_url text,
  created_at timestamptz not null,
  primary key (forum_id, id),
  unique (forum_id, plan_id, slug),
  foreign key (forum_id, plan_id) references plans_plans (forum_id, id),
  foreign key (forum_id, point_id) references plans_points (forum_id, id),
  check ((localises_id is null) = (localises_forum_id is null)),
  check (localises_id is null or localises_id <> id),
  check ((added_on is null) = (added_decision is null)),
  check (budget_minor is null or currency is not null)
);
create unique index plans_measures_number on plans_measures (forum_id, plan_id, number) where number is not null;
create index plans_measures_localises on plans_measures (localises_id) where localises_id is not null;
create index plans_measures_point on plans_measures (forum_id, point_id);

-- Every address a measure ever had: old links lead on for ever.
create table plans_addresses (
  forum_id uuid not null,
  plan_id uuid not null,
  slug text not null,
  measure_id uuid not null,
  primary key (forum_id, plan_id, slug),
  foreign key (forum_id, measure_id) references plans_measures (forum_id, id)
);
create index plans_addresses_measure on plans_addresses (forum_id, measure_id);

create table plans_amendments (
  forum_id uuid not null,
  id uuid not null,
  measure_id uuid not null,
  effective_on date not null,
  decision text not null,
  decision_url text,
  reason jsonb,
  -- null: unchanged
  new_number text,
  new_title jsonb,
  new_text jsonb,
  new_starts_on date,
  new_due_on date,
  new_budget_minor bigint check (new_budget_minor >= 0),
  new_currency text check (new_currency ~ '^[A-Z]{3}$'),
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, measure_id) references plans_measures (forum_id, id)
);
create index plans_amendments_measure on plans_amendments (forum_id, measure_id, effective_on);

create table plans_withdrawals (
  forum_id uuid not null,
  id uuid not null,
  measure_id uuid not null,
  on_day date not null,
  decision text not null,
  decision_url text,
  reason jsonb,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  unique (forum_id, measure_id),
  foreign key (forum_id, measure_id) references plans_measures (forum_id, id)
);

-- Measure x executor: what is reported on and judged. An executor that leaves keeps its row with a last day.
create table plans_cells (
  forum_id uuid not null,
  id uuid not null,
  measure_id uuid not null,
  plan_id uuid not null,
  body_id uuid not null,
  role text not null check (role in ('lead', 'co')),
  position integer not null,
  from_day date,
  to_day date,
  amendment_in uuid,
  amendment_out uuid,
  -- the latest update, kept beside it so that an overview counts without walking the history
  update_id uuid,
  executor_state text check (executor_state in ('not_started', 'under_way', 'complete')),
  executor_proven boolean,
  reported_on date,
  primary key (forum_id, id),
  unique nulls not distinct (forum_id, measure_id, body_id, from_day),
  foreign key (forum_id, measure_id) references plans_measures (forum_id, id),
  check (to_day is null or from_day is null or to_day >= from_day)
);
create index plans_cells_body on plans_cells (forum_id, body_id);
create index plans_cells_plan on plans_cells (forum_id, plan_id);

create table plans_milestones (
  forum_id uuid not null,
  id uuid not null,
  measure_id uuid not null,
  title jsonb not null,
  due_on date,
  position integer not null,
  primary key (forum_id, id),
  foreign key (forum_id, measure_id) references plans_measures (forum_id, id)
);
create index plans_milestones_measure on plans_milestones (forum_id, measure_id);

create table plans_milestone_closures (
  forum_id uuid not null,
  id uuid not null,
  milestone_id uuid not null,
  done_on date not null,
  source text not null,
  source_url text,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  unique (forum_id, milestone_id),
  foreign key (forum_id, milestone_id) references plans_milestones (forum_id, id)
);

create table plans_indicators (
  forum_id uuid not null,
  id uuid not null,
  measure_id uuid not null,
  text jsonb not null,
  unit jsonb,
  -- which way is better
  direction text not null default 'up' check (direction in ('up', 'down')),
  baseline_value numeric,
  baseline_on date,
  baseline_source text,
  baseline_url text,
  position integer not null,
  primary key (forum_id, id),
  foreign key (forum_id, measure_id) references plans_measures (forum_id, id),
  check (baseline_value is null or baseline_source is not null)
);
create index plans_indicators_measure on plans_indicators (forum_id, measure_id);

-- A target stands from a day (null: from the beginning) to its last day; an amendment ends one and begins another.
create table plans_targets (
  forum_id uuid not null,
  id uuid not null,
  indicator_id uuid not null,
  due_on date not null,
  value numeric not null,
  from_day date,
  to_day date,
  amendment_in uuid,
  amendment_out uuid,
  primary key (forum_id, id),
  foreign key (forum_id, indicator_id) references plans_indicators (forum_id, id),
  check (to_day is null or from_day is null or to_day >= from_day)
);
create index plans_targets_indicator on plans_targets (forum_id, indicator_id);

create table plans_updates (
  forum_id uuid not null,
  id uuid not null,
  cell_id uuid not null,
  measure_id uuid not null,
  -- the day the report speaks of
  on_day date not null,
  state text not null check (state in ('not_started', 'under_way', 'complete')),
  text jsonb not null,
  way text not null check (way in ('account', 'link', 'paper', 'import')),
  -- "letter No 14/2 of 3 May 2026", with its scan
  paper_ref text,
  paper_file uuid,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, cell_id) references plans_cells (forum_id, id),
  check (way <> 'paper' or paper_ref is not null)
);
create index plans_updates_cell on plans_updates (forum_id, cell_id, on_day);
create index plans_updates_measure on plans_updates (forum_id, measure_id);

create table plans_evaluations (
  forum_id uuid not null,
  id uuid not null,
  cell_id uuid not null,
  measure_id uuid not null,
  completion text not null check (completion in ('no_evidence', 'not_started', 'limited', 'substantial', 'complete')),
  -- IRM scales beside completion; null is "not reviewed", ND and NA are answers of the standard
  verifiable text check (verifiable in ('yes', 'no', 'ND', 'NA')),
  open_lens text check (open_lens in ('yes', 'no', 'ND', 'NA')),
  potential text check (potential in ('unclear', 'modest', 'substantial', 'ND', 'NA')),
  early_results text check (early_results in ('none', 'moderate', 'significant', 'ND', 'NA')),
  did_open text check (did_open in ('worsened', 'no_change', 'marginal', 'major', 'outstanding', 'ND', 'NA')),
  finding jsonb not null,
  method jsonb not null,
  author_body_id uuid not null,
  -- the author's ties to forum, coordinator and funder, in words; "none" is said too
  ties jsonb not null,
  sent_on date not null,
  reply_until date not null,
  -- the day it becomes public: the reply's, or the day after the window; kept by the commands
  publishes_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, cell_id) references plans_cells (forum_id, id),
  check (reply_until >= sent_on)
);
create index plans_evaluations_cell on plans_evaluations (forum_id, cell_id, publishes_on);
create index plans_evaluations_measure on plans_evaluations (forum_id, measure_id);

create table plans_reply_extensions (
  forum_id uuid not null,
  id uuid not null,
  evaluation_id uuid not null,
  until_day date not null,
  reason text not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  unique (forum_id, evaluation_id),
  foreign key (forum_id, evaluation_id) references plans_evaluations (forum_id, id)
);

create table plans_replies (
  forum_id uuid not null,
  id uuid not null,
  evaluation_id uuid not null,
  on_day date not null,
  text jsonb not null,
  way text not null check (way in ('account', 'link', 'paper')),
  paper_ref text,
  paper_file uuid,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  unique (forum_id, evaluation_id),
  foreign key (forum_id, evaluation_id) references plans_evaluations (forum_id, id),
  check (way <> 'paper' or paper_ref is not null)
);

-- A value of an indicator as one voice gives it; percents come as numerator and base where they are shares.
create table plans_actuals (
  forum_id uuid not null,
  id uuid not null,
  indicator_id uuid not null,
  on_day date not null,
  value numeric not null,
  numerator numeric,
  base numeric,
  voice text not null check (voice in ('executor', 'civil')),
  body_id uuid,
  source text not null,
  source_url text,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  foreign key (forum_id, indicator_id) references plans_indicators (forum_id, id),
  check ((numerator is null) = (base is null))
);
create index plans_actuals_indicator on plans_actuals (forum_id, indicator_id);

create table plans_evidence (
  forum_id uuid not null,
  id uuid not null,
  measure_id uuid not null,
  update_id uuid,
  evaluation_id uuid,
  reply_id uuid,
  kind text not null check (kind in ('file', 'link', 'decision', 'event', 'observation')),
  title text not null,
  url text,
  file_id uuid,
  on_day date,
  position integer not null,
  primary key (forum_id, id),
  foreign key (forum_id, measure_id) references plans_measures (forum_id, id),
  check (num_nonnulls(update_id, evaluation_id, reply_id) = 1),
  check (kind <> 'link' or url is not null),
  check (kind <> 'file' or file_id is not null)
);
create index plans_evidence_update on plans_evidence (forum_id, update_id) where update_id is not null;
create index plans_evidence_evaluation on plans_evidence (forum_id, evaluation_id) where evaluation_id is not null;
create index plans_evidence_measure on plans_evidence (forum_id, measure_id);

-- Which communities a measure serves, so that a village's page knows what was promised there.
create table plans_measure_places (
  forum_id uuid not null,
  measure_id uuid not null,
  place_id uuid not null,
  primary key (forum_id, measure_id, place_id),
  foreign key (forum_id, measure_id) references plans_measures (forum_id, id)
);
create index plans_measure_places_place on plans_measure_places (forum_id, place_id);

-- A file brought in: judged row by row first, written only when the person says so.
create table plans_imports (
  forum_id uuid not null,
  id uuid not null,
  file_name text not null,
  sha256 text not null,
  plan jsonb not null,
  rows jsonb not null,
  made_at timestamptz not null,
  made_by uuid,
  written_at timestamptz,
  primary key (forum_id, id)
);
