-- Forms that were sent and did their deed, so that the same form sent twice does it once. `id` is a hash over the form's
-- own random id, its address and all that stood in it; `answer` is where the person was led afterwards.
create table core_sent_forms (
  id text primary key check (id ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  answer text
);
create index core_sent_forms_at on core_sent_forms (at);
