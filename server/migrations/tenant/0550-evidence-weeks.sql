-- What the days of a week add up to, within one month: a year of a reading is 63 rows and not 365. Written with its days.
create table evidence_week (
  series_id uuid not null constraint evidence_week_of references evidence_series,
  day date not null,
  until date not null,
  numerator numeric not null,
  denominator numeric not null,
  largest numeric,
  smallest numeric,
  counted integer not null,
  late integer not null,
  collected integer not null,
  signed integer not null,
  stamped integer not null,
  stated integer not null,
  excluded jsonb not null,
  constraint evidence_week_key primary key (series_id, day),
  constraint evidence_week_within check (until between day and day + 6)
);

insert into evidence_week
select series_id, week.day, week.until, sum(numerator), sum(denominator), max(largest), min(smallest), sum(counted), sum(late),
  sum(collected), sum(signed), sum(stamped), sum(stated),
  coalesce((
    select jsonb_object_agg(reason, count) from (
      select reason, sum(count::int) as count from evidence_day one, jsonb_each_text(one.excluded) as left_out (reason, count)
      where one.series_id = evidence_day.series_id and one.day between week.day and week.until group by reason
    ) as all_left_out
  ), '{}')
from evidence_day
cross join lateral (select date_trunc('year', evidence_day.day::timestamp)::date as first) as year
cross join lateral (select first + (evidence_day.day - first) / 7 * 7 as begun) as seven
cross join lateral (
  select greatest(begun, date_trunc('month', evidence_day.day::timestamp)::date) as day,
    least(begun + 6, (date_trunc('month', evidence_day.day::timestamp) + interval '1 month - 1 day')::date) as until
) as week
group by series_id, week.day, week.until;
