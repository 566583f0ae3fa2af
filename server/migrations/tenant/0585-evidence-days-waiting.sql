-- A day that time alone will change waits for the hour; any other mark is work for the next look.
alter table evidence_stale_day add column waits boolean not null default false;

create index evidence_stale_day_fresh on evidence_stale_day (series_id) where not waits;
