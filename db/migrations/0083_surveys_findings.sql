-- What a round found, in a sentence about one figure that went out; and figures of others, as they printed them.
alter table surveys_numbers drop constraint surveys_numbers_kind_check;
alter table surveys_numbers add constraint surveys_numbers_kind_check
  check (kind in ('questionnaire', 'round', 'finding'));

create table surveys_findings (
  forum_id uuid not null,
  id uuid not null,
  number integer not null check (number > 0),
  sentence jsonb not null,
  -- a finding of our own: the publication and the figure as it stood there, `Found` of findings/schema.ts
  publication_id uuid,
  figure jsonb,
  -- a figure of others: its words as printed, what the source leaves open, and where it stands
  printed jsonb,
  remark jsonb,
  source jsonb,
  source_url text check (length(source_url) <= 2000),
  source_on date,
  on_day date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, id),
  unique (forum_id, number),
  foreign key (forum_id, publication_id) references surveys_publications (forum_id, id),
  check ((figure is null) = (publication_id is null)),
  check ((figure is null) = (printed is not null)),
  check ((printed is null) = (source is null)),
  check (printed is not null or (remark is null and source_url is null and source_on is null))
);

-- A finding that stands no more; its page stays and says why.
create table surveys_finding_withdrawals (
  forum_id uuid not null,
  finding_id uuid not null,
  reason text not null check (reason <> '' and length(reason) <= 2000),
  on_day date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, finding_id),
  foreign key (forum_id, finding_id) references surveys_findings (forum_id, id)
);
