-- How a promise is meant to be kept in the course of its year, where the unit drew another curve than the target suggests.
create table performance_plan_curve (
  form_id uuid not null constraint performance_plan_curve_of references performance_form,
  indicator text not null,
  curve jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid not null constraint performance_plan_curve_by references directory_person,
  constraint performance_plan_curve_key primary key (form_id, indicator)
);

-- The report of a month: what the unit wrote, the money as it stood, and what the rules said. A reported month is closed.
create table performance_monitoring (
  form_id uuid not null constraint performance_monitoring_of references performance_form,
  month integer not null constraint performance_monitoring_month check (month between 1 and 12),
  state text not null constraint performance_monitoring_state check (state in ('draft', 'reported')),
  base_version integer not null,
  rows jsonb not null,
  answers jsonb,
  executed numeric not null,
  budget numeric,
  rule_pack text not null,
  light text constraint performance_monitoring_light check (light in ('red', 'yellow', 'green', 'blue')),
  saved_at timestamptz not null,
  saved_by uuid not null constraint performance_monitoring_by references directory_person,
  constraint performance_monitoring_key primary key (form_id, month),
  constraint performance_monitoring_base foreign key (form_id, base_version) references performance_form_version (form_id, version)
);

-- 整改通知: what is wrong, by when an answer is due, what was answered, whether that was enough.
create table performance_rectification (
  id uuid constraint performance_rectification_key primary key,
  form_id uuid not null constraint performance_rectification_of references performance_form,
  origin text not null constraint performance_rectification_origin check (origin in ('monitoring', 're-evaluation')),
  month integer constraint performance_rectification_month check (month between 1 and 12),
  remedy text not null constraint performance_rectification_remedy check (remedy in ('remind', 'correct', 'hold-payment')),
  demand text not null constraint performance_rectification_demands check (demand <> ''),
  due_on date not null,
  state text not null constraint performance_rectification_state check (state in ('open', 'answered', 'closed')),
  answer text not null default '',
  document_ids uuid[] not null default '{}',
  answered_at timestamptz,
  answered_by uuid constraint performance_rectification_answered_by references directory_person,
  closed_at timestamptz,
  closed_by uuid constraint performance_rectification_closed_by references directory_person,
  issued_at timestamptz not null,
  issued_by uuid not null constraint performance_rectification_issued_by references directory_person
);

create index performance_rectification_of_form on performance_rectification (form_id, issued_at);
