-- Places outside this server from which probes look. Only the hash of the word each shows is kept.
create table watch_vantage (
  id uuid constraint watch_vantage_key primary key,
  unit_id uuid not null constraint watch_vantage_unit references directory_unit,
  name text not null constraint watch_vantage_named check (name <> ''),
  word_hash text not null constraint watch_vantage_word unique,
  is_on boolean not null,
  made_at timestamptz not null,
  heard_at timestamptz,
  -- What the clock of the place lacks to the server's, in milliseconds.
  clock_ms integer,
  constraint watch_vantage_once unique (unit_id, name)
);

-- How many places must say that it is out, and since when these places look; null where this server looks itself.
alter table watch_probe add column vantages_needed integer constraint watch_probe_needed check (vantages_needed between 1 and 20);

alter table watch_probe add column placed_at timestamptz;

alter table watch_probe add constraint watch_probe_placed check ((vantages_needed is null) = (placed_at is null));

-- Where the series of a probe stands at one place, as watch_series does for the probe; empty until its first answer.
create table watch_look (
  probe_id uuid not null constraint watch_look_probe references watch_probe,
  vantage_id uuid not null constraint watch_look_vantage references watch_vantage,
  begun_at timestamptz,
  last_at timestamptz,
  took_ms integer,
  problem text,
  certificate_until timestamptz,
  following jsonb,
  settled_to timestamptz,
  stretch_from timestamptz,
  stretch_state text,
  constraint watch_look_key primary key (probe_id, vantage_id)
);

create index watch_look_of_vantage on watch_look (vantage_id);

-- Up, down and unseen time as one place saw it; what the places say together is in watch_stretch.
create table watch_look_stretch (
  probe_id uuid not null,
  vantage_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  state text not null constraint watch_look_stretch_state check (state in ('up', 'down', 'unknown')),
  constraint watch_look_stretch_key primary key (probe_id, vantage_id, from_at),
  constraint watch_look_stretch_look foreign key (probe_id, vantage_id) references watch_look on delete cascade,
  constraint watch_look_stretch_span check (from_at < to_at)
);

-- Who gave an answer: a place, or this server itself, which has no row of its own.
alter table watch_sample add column vantage_id uuid not null default '00000000-0000-0000-0000-000000000000';

alter table watch_sample drop constraint watch_sample_key;

alter table watch_sample add constraint watch_sample_key primary key (probe_id, at, vantage_id);

select set_config('search_path', current_schema() || ', pg_temp', true);
do $$
declare
  part record;
begin
  for part in select child.relname as name, pg_constraint.conname as key from pg_inherits
    join pg_class as child on child.oid = pg_inherits.inhrelid
    join pg_constraint on pg_constraint.conrelid = child.oid and pg_constraint.contype = 'p'
    where pg_inherits.inhparent = 'watch_sample'::regclass loop
    execute format('alter table %I rename constraint %I to %I', part.name, part.key, part.name || '_key');
  end loop;
end $$;
create or replace function watch_open_month(month date) returns boolean language plpgsql security definer set search_path from current as $$
declare
  name text := 'watch_sample_' || to_char(month, 'YYYY_MM');
  first timestamptz := date_trunc('month', month::timestamp) at time zone 'UTC';
  past timestamptz := (date_trunc('month', month::timestamp) + interval '1 month') at time zone 'UTC';
begin
  if to_regclass(name) is not null then
    return false;
  end if;
  execute format('create table %I (like watch_sample including defaults including constraints, constraint %I primary key (probe_id, at, vantage_id))',
    name, name || '_key');
  -- No answer of the month may come between its move and its opening.
  lock table watch_sample_rest in access exclusive mode;
  execute format('with moved as (delete from watch_sample_rest where at >= %L and at < %L returning *)
    insert into %I select * from moved', first, past, name);
  execute format('alter table watch_sample attach partition %I for values from (%L) to (%L)', name, first, past);
  return true;
end $$;
