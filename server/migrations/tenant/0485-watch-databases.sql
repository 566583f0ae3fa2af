-- Databases whose state is looked into from time to time; what opens them is sealed.
create table watch_database (
  id uuid constraint watch_database_key primary key,
  unit_id uuid not null constraint watch_database_unit references directory_unit,
  name text not null constraint watch_database_named check (name <> ''),
  service text not null,
  target jsonb not null,
  sealed text not null,
  made_at timestamptz not null,
  constraint watch_database_once unique (unit_id, name)
);

-- Backups and restore drills as somebody recorded them; a record is never changed.
create table watch_database_record (
  id uuid constraint watch_database_record_key primary key,
  database_id uuid not null constraint watch_database_record_database references watch_database,
  kind text not null constraint watch_database_record_kind check (kind in ('backup', 'drill')),
  day date not null,
  note text not null,
  kept_at timestamptz not null,
  kept_by uuid not null constraint watch_database_record_kept_by references directory_person
);

create index watch_database_record_of on watch_database_record (database_id, kind, day);

-- What one check-up found, judged by the pack of its day and kept as it was.
create table watch_checkup (
  id uuid constraint watch_checkup_key primary key,
  database_id uuid not null constraint watch_checkup_database references watch_database,
  at timestamptz not null,
  by_person uuid not null constraint watch_checkup_by references directory_person,
  took_ms integer not null,
  engine text not null,
  version text not null,
  pack text not null,
  figures jsonb not null,
  findings jsonb not null,
  unasked jsonb not null,
  backup_on date,
  drill_on date
);

create index watch_checkup_of on watch_checkup (database_id, at);
