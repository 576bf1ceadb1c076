-- Of a forum: somebody was told by phone or in person what waits for them; a mark on the caller's list, nothing public.
create table identity_tellings (
  forum_id uuid not null references core_forums (id),
  id uuid not null,
  -- what it was about: a sign-in link or a link for one deed
  kind text not null check (kind in ('link', 'deed')),
  object_id uuid not null,
  told_at timestamptz not null,
  told_by uuid,
  primary key (forum_id, id)
);
create index identity_tellings_object on identity_tellings (forum_id, object_id, told_at);
