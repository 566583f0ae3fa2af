-- This server may be one of the places a probe is looked at from; it has no row of its own, so only other places are referred to.
alter table watch_look drop constraint watch_look_vantage;

alter table watch_look add column elsewhere_id uuid
  generated always as (nullif(vantage_id, '00000000-0000-0000-0000-000000000000')) stored
  constraint watch_look_vantage references watch_vantage;
