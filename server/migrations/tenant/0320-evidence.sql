-- A figure that is kept up to date: a measure with its params over a scope. The module above knows what the project is.
create table evidence_series (
  id uuid constraint evidence_series_key primary key,
  measure text not null,
  params jsonb not null,
  unit_id uuid not null constraint evidence_series_unit references directory_unit,
  project_id uuid,
  constraint evidence_series_once unique nulls not distinct (measure, params, unit_id, project_id)
);

create index evidence_series_of_measure on evidence_series (measure);

-- Which years of a series are summed by day, and by which version of the query.
create table evidence_rolled_year (
  series_id uuid not null constraint evidence_rolled_year_of references evidence_series,
  year integer not null constraint evidence_rolled_year_year check (year between 1990 and 2100),
  query_version integer not null,
  rolled_at timestamptz not null,
  constraint evidence_rolled_year_key primary key (series_id, year)
);

create table evidence_day (
  series_id uuid not null constraint evidence_day_of references evidence_series,
  day date not null,
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
  constraint evidence_day_key primary key (series_id, day)
);

-- Days whose records changed after they were summed. One row a change, so that the sum of one never hides another.
create table evidence_stale_day (
  id uuid constraint evidence_stale_day_key primary key,
  series_id uuid not null constraint evidence_stale_day_of references evidence_series,
  day date not null
);

create index evidence_stale_day_of_series on evidence_stale_day (series_id, day);

-- Which series proves a promise: the newest of a subject and indicator holds; without a series none does any more.
create table evidence_binding (
  id uuid constraint evidence_binding_key primary key,
  subject_id uuid not null,
  indicator text not null,
  number integer not null constraint evidence_binding_counts check (number > 0),
  series_id uuid constraint evidence_binding_series references evidence_series,
  reason text not null constraint evidence_binding_reasoned check (reason <> ''),
  bound_at timestamptz not null,
  bound_by uuid not null constraint evidence_binding_by references directory_person,
  constraint evidence_binding_once unique (subject_id, indicator, number)
);

-- A reading as it stood when somebody relied on it.
create table evidence_reading (
  id uuid constraint evidence_reading_key primary key,
  subject_id uuid not null,
  indicator text not null,
  series_id uuid not null constraint evidence_reading_series references evidence_series,
  period_from date not null,
  period_until date not null,
  value numeric,
  parts jsonb not null,
  query_version integer not null,
  as_of timestamptz not null,
  kept_by uuid not null constraint evidence_reading_by references directory_person
);

create index evidence_reading_of_subject on evidence_reading (subject_id, indicator, as_of);

-- 登记簿按月核对: that nothing happened in a month counts when somebody looked the register through.
create table evidence_register_review (
  register text not null,
  unit_id uuid not null constraint evidence_register_review_unit references directory_unit,
  month date not null constraint evidence_register_review_month check (extract(day from month) = 1),
  note text not null,
  reviewed_at timestamptz not null,
  reviewed_by uuid not null constraint evidence_register_review_by references directory_person,
  constraint evidence_register_review_key primary key (register, unit_id, month)
);
