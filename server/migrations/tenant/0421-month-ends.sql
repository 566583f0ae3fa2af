-- 月末读数: what a series said of its year so far when a month was over, kept to be computed again later.
create table evidence_month_end (
  series_id uuid not null constraint evidence_month_end_of references evidence_series,
  month date not null constraint evidence_month_end_month check (extract(day from month) = 1),
  value numeric,
  parts jsonb not null,
  query_version integer not null,
  as_of timestamptz not null,
  constraint evidence_month_end_key primary key (series_id, month)
);
