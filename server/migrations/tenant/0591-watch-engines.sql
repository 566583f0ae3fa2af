-- Engines of SNMP version 3 by the hexadecimal form of their id: this server itself, and devices that were heard. Where
-- each clock stood when it was last heard, so that what was sent before is not taken again after a start.
create table watch_engine (
  engine_id text constraint watch_engine_key primary key,
  is_own boolean not null,
  boots integer not null constraint watch_engine_boots check (boots >= 0),
  seconds integer not null constraint watch_engine_seconds check (seconds >= 0),
  heard_at timestamptz not null
);

create unique index watch_engine_own on watch_engine (is_own) where is_own;

-- How the devices of a source sign what they send, as user, level and hash; their passwords are sealed. Null where they send in the open.
alter table watch_source add column security jsonb;
