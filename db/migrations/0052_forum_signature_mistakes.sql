-- A signature that was entered wrongly is taken back as a mistake: it stays readable and counts nowhere.
create table forum_signature_mistakes (
  forum_id uuid not null,
  signature_id uuid not null,
  reason text not null check (reason <> '' and length(reason) <= 500),
  entered_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (forum_id, signature_id),
  foreign key (forum_id, signature_id) references forum_signatures (forum_id, id)
);

-- The same organisation can then be entered again: of those that were no mistake one at most, kept by the command.
alter table forum_signatures drop constraint forum_signatures_forum_id_version_id_body_id_key;
create index forum_signatures_version on forum_signatures (forum_id, version_id);
