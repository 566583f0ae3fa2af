-- Answers lie by the month, so that what is past its time goes with its whole month and not row by row. What was kept
-- becomes the part for everything no month is open for; the months are cut out of it below. No reference to the probe:
-- a month comes and goes without holding up the probes, and whoever keeps answers holds their probe.
alter table watch_sample rename to watch_sample_rest;
alter table watch_sample_rest drop constraint watch_sample_probe;
alter table watch_sample_rest rename constraint watch_sample_key to watch_sample_rest_key;
create table watch_sample (
  probe_id uuid not null,
  at timestamptz not null,
  is_up boolean not null,
  holds integer not null constraint watch_sample_holds check (holds > 0),
  took_ms integer not null,
  problem text not null,
  constraint watch_sample_key primary key (probe_id, at)
) partition by range (at);
alter table watch_sample attach partition watch_sample_rest default;

-- The tenant's own role may not make tables; through these it makes and drops months of answers, and nothing else.
-- Months are those of UTC: where one ends does not hang on the zone of a session.
select set_config('search_path', current_schema() || ', pg_temp', true);
create function watch_open_month(month date) returns boolean language plpgsql security definer set search_path from current as $$
declare
  name text := 'watch_sample_' || to_char(month, 'YYYY_MM');
  first timestamptz := date_trunc('month', month::timestamp) at time zone 'UTC';
  past timestamptz := (date_trunc('month', month::timestamp) + interval '1 month') at time zone 'UTC';
begin
  if to_regclass(name) is not null then
    return false;
  end if;
  execute format('create table %I (like watch_sample including constraints, constraint %I primary key (probe_id, at))',
    name, name || '_key');
  -- No answer of the month may come between its move and its opening.
  lock table watch_sample_rest in access exclusive mode;
  execute format('with moved as (delete from watch_sample_rest where at >= %L and at < %L returning *)
    insert into %I select * from moved', first, past, name);
  execute format('alter table watch_sample attach partition %I for values from (%L) to (%L)', name, first, past);
  return true;
end $$;
create function watch_drop_month(month date) returns void language plpgsql security definer set search_path from current as $$
begin
  execute format('drop table %I', 'watch_sample_' || to_char(month, 'YYYY_MM'));
end $$;

select watch_open_month(month::date) from (
  select date_trunc('month', at at time zone 'UTC') from watch_sample_rest
  union select generate_series(date_trunc('month', now() at time zone 'UTC'), now() at time zone 'UTC' + interval '3 months', '1 month')
) as month(month) order by month;
