-- A thing of the public record that is not shown for a while: because somebody demanded it, or because those who
-- opened the forum chose to keep it back. The thing itself stays, and so does its entry in the public record.
create table core_withholdings (
  forum_id uuid not null references core_forums (id),
  id uuid not null,
  object_type text not null check (object_type ~ '^[a-z]+(\.[a-z_]+)+$'),
  object_id uuid not null,
  object_path text,
  why text not null check (why in ('demand', 'own_choice')),
  case_id uuid,
  demander text,
  ground text check (ground <> ''),
  demanded_on date,
  withheld_at timestamptz not null,
  withheld_by uuid,
  primary key (forum_id, id),
  check ((why = 'demand') = (case_id is not null)),
  check ((why = 'demand') = (demander is not null and ground is not null and demanded_on is not null))
);

create table core_restorations (
  forum_id uuid not null,
  withholding_id uuid not null,
  restored_at timestamptz not null,
  restored_by uuid,
  primary key (forum_id, withholding_id),
  foreign key (forum_id, withholding_id) references core_withholdings (forum_id, id)
);
