-- Other monitors that send their alarms here. Only the hash of the word in their address is kept.
create table watch_source (
  id uuid constraint watch_source_key primary key,
  unit_id uuid not null constraint watch_source_unit references directory_unit,
  name text not null constraint watch_source_named check (name <> ''),
  kind text not null,
  desk_service text not null,
  word_hash text not null constraint watch_source_word unique,
  is_on boolean not null,
  made_at timestamptz not null,
  last_at timestamptz,
  constraint watch_source_once unique (unit_id, name)
);

-- An alarm raised by what another monitor says belongs to its source; own ones to none.
alter table watch_alarm add column source_id uuid constraint watch_alarm_source references watch_source;

drop index watch_alarm_open;

create unique index watch_alarm_open on watch_alarm (unit_id, source_id, service) nulls not distinct where over_at is null;

-- What those monitors said, once for each time it fired: told again it is counted, not raised again.
create table watch_signal (
  id uuid constraint watch_signal_key primary key,
  source_id uuid not null constraint watch_signal_source references watch_source,
  fingerprint text not null,
  about text not null,
  title text not null,
  severity text not null,
  began_at timestamptz not null,
  heard_at timestamptz not null,
  times integer not null,
  over_at timestamptz,
  alarm_id uuid constraint watch_signal_alarm references watch_alarm
);

create unique index watch_signal_open on watch_signal (source_id, fingerprint) where over_at is null;

create index watch_signal_of_alarm on watch_signal (alarm_id) where alarm_id is not null;
