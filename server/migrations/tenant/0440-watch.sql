-- What is looked at, how often, and when it counts as out.
create table watch_probe (
  id uuid constraint watch_probe_key primary key,
  unit_id uuid not null constraint watch_probe_unit references directory_unit,
  name text not null constraint watch_probe_name check (name <> ''),
  service text not null,
  target jsonb not null,
  sealed text not null,
  beat_hash text constraint watch_probe_beat unique,
  beat_at timestamptz,
  every_seconds integer not null constraint watch_probe_every check (every_seconds between 10 and 3600),
  timeout_ms integer not null constraint watch_probe_timeout check (timeout_ms between 100 and 60000),
  retries integer not null,
  retry_seconds integer not null,
  quorum jsonb not null,
  parent_id uuid constraint watch_probe_parent references watch_probe,
  is_on boolean not null,
  made_at timestamptz not null,
  constraint watch_probe_once unique (unit_id, name)
);

create index watch_probe_below on watch_probe (parent_id) where parent_id is not null;

-- Where the series of a probe stands: the last answer, what later answers may still decide about, the stretch being drawn.
create table watch_series (
  probe_id uuid constraint watch_series_key primary key constraint watch_series_probe references watch_probe,
  begun_at timestamptz not null,
  last_at timestamptz not null,
  took_ms integer not null,
  problem text not null,
  certificate_until timestamptz,
  following jsonb not null,
  settled_to timestamptz not null,
  stretch_from timestamptz not null,
  stretch_state text not null
);

-- Every answer as it came.
create table watch_sample (
  probe_id uuid not null constraint watch_sample_probe references watch_probe,
  at timestamptz not null,
  is_up boolean not null,
  holds integer not null constraint watch_sample_holds check (holds > 0),
  took_ms integer not null,
  problem text not null,
  constraint watch_sample_key primary key (probe_id, at)
);

-- Up, down and unseen time in seconds: what a reading is made of. Only what no later answer changes.
create table watch_stretch (
  probe_id uuid not null constraint watch_stretch_probe references watch_probe,
  from_at timestamptz not null,
  to_at timestamptz not null,
  state text not null constraint watch_stretch_state check (state in ('up', 'down', 'unknown')),
  constraint watch_stretch_key primary key (probe_id, from_at),
  constraint watch_stretch_span check (from_at < to_at)
);
