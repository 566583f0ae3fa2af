-- Work promised by a change and done afterwards. It lies beside the tenant's records: added by the same transaction,
-- behind the same wall, moved and saved with them.
create table job (
  id uuid constraint job_key primary key,
  name text not null constraint job_named check (name <> ''),
  payload jsonb not null,
  key text constraint job_key_once unique,
  request_id text not null,
  added_at timestamptz not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  taken_by uuid,
  last_error text,
  failed_at timestamptz
);

create index job_by_due on job (due_at) where failed_at is null;

create index job_by_failure on job (failed_at) where failed_at is not null;

-- When each piece of recurring work is due next.
create table job_schedule (
  name text constraint job_schedule_key primary key,
  due_at timestamptz not null
);
