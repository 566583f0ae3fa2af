-- Which service of the desk a probe belongs to: approved windows name services, and the desk's rules know their peak.
alter table watch_probe add column desk_service text not null default 'application';

alter table watch_probe alter column desk_service drop default;

-- A probe's day in seconds: what a promise over months and years is read from. Until the day is over it grows.
create table watch_day (
  probe_id uuid not null constraint watch_day_probe references watch_probe,
  day date not null,
  agreed integer not null,
  observed integer not null,
  up integer not null,
  planned integer not null,
  peak_agreed integer not null,
  peak_observed integer not null,
  peak_up integer not null,
  outages integer not null,
  answers integer not null,
  took_ms bigint not null,
  calendar_version integer not null,
  known_at timestamptz not null,
  constraint watch_day_key primary key (probe_id, day),
  constraint watch_day_seconds check (0 <= up and up <= observed and observed <= agreed and peak_up <= peak_observed and peak_observed <= peak_agreed)
);

create index watch_day_of_day on watch_day (day);

-- Up to where the days of a probe are summed for good; what lies before no later answer changes.
create table watch_summed (
  probe_id uuid constraint watch_summed_key primary key constraint watch_summed_probe references watch_probe,
  settled_to timestamptz not null
);
