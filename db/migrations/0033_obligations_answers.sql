-- Who said that it was done (a keeper of the forum, or the body itself), how that came, and the letter that answered.
-- Rows from before say nothing of it: keepers recorded them, or the record of another room did.
alter table obligations_fulfilments
  add column said_by text check (said_by in ('keeper', 'body')),
  add column way text check (way in ('account', 'link', 'assisted', 'paper', 'system')),
  add column paper_ref text check (paper_ref <> ''),
  add column paper_day date,
  add column paper_file uuid,
  add constraint obligations_fulfilments_paper check ((way is not distinct from 'paper') = (paper_ref is not null)),
  add constraint obligations_fulfilments_letter check ((paper_ref is null) = (paper_day is null)),
  add constraint obligations_fulfilments_file foreign key (forum_id, paper_file) references core_files (forum_id, id);

alter table obligations_extensions
  add column said_by text check (said_by in ('keeper', 'body')),
  add column way text check (way in ('account', 'link', 'assisted', 'paper', 'system'));

-- Files by which it is shown that it was done. What is not for everybody is seen by the keepers and by the body.
create table obligations_answer_files (
  forum_id uuid not null,
  fulfilment_id uuid not null,
  position integer not null check (position > 0),
  file_id uuid not null,
  name text not null check (name <> ''),
  seen_by text not null check (seen_by in ('everybody', 'concerned')),
  primary key (forum_id, fulfilment_id, position),
  unique (forum_id, file_id),
  foreign key (forum_id, fulfilment_id) references obligations_fulfilments (forum_id, id),
  foreign key (forum_id, file_id) references core_files (forum_id, id)
);
