-- A published flow; cases keep the version they began with.
create table flow_definition (
  key text not null,
  version integer not null,
  definition jsonb not null,
  constraint flow_definition_key primary key (key, version)
);

-- Which unit sits at a desk that a place names (区财政绩效办). A desk nobody assigned is the district itself.
create table flow_desk (
  name text constraint flow_desk_key primary key,
  unit_id uuid not null constraint flow_desk_unit references directory_unit
);

create table flow_case (
  id uuid constraint flow_case_key primary key,
  subject_kind text not null,
  subject_id uuid not null,
  subject_name text not null,
  unit_id uuid not null constraint flow_case_unit references directory_unit,
  definition text not null,
  definition_version integer not null,
  starter uuid not null constraint flow_case_starter references directory_person,
  fields jsonb not null,
  state text not null constraint flow_case_state check (state in ('running', 'approved', 'disagreed', 'rejected', 'voided')),
  version integer not null,
  last_token integer not null,
  last_task integer not null,
  walked text[] not null,
  choices jsonb not null,
  urged_at timestamptz,
  urges integer not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  constraint flow_case_definition foreign key (definition, definition_version) references flow_definition (key, version)
);

create index flow_case_of_starter on flow_case (starter, started_at desc);

-- One case at a time runs about one thing.
create unique index flow_case_running on flow_case (subject_kind, subject_id) where state = 'running';

create table flow_token (
  case_id uuid not null constraint flow_token_case references flow_case,
  number integer not null,
  node text not null,
  round integer not null,
  waiting_branch integer,
  resume text[] not null,
  cause jsonb,
  constraint flow_token_key primary key (case_id, number)
);

create table flow_task (
  case_id uuid not null constraint flow_task_case references flow_case,
  number integer not null,
  kind text not null,
  state text not null,
  token integer,
  node text not null,
  round integer not null,
  assignee uuid not null constraint flow_task_assignee references directory_person,
  turn integer not null,
  parent integer,
  together text not null,
  added_by uuid,
  version integer not null,
  opened_at timestamptz,
  due_at timestamptz,
  expired boolean not null,
  decided_by uuid,
  decided_at timestamptz,
  closed_by integer,
  constraint flow_task_key primary key (case_id, number)
);

create index flow_task_waiting on flow_task (assignee, kind) where state in ('open', 'asking');

create index flow_task_decided on flow_task (decided_by, decided_at desc) where decided_by is not null;

-- What was said and done, sentence by sentence; never changed.
create table flow_log (
  case_id uuid not null constraint flow_log_case references flow_case,
  number integer not null,
  code text not null,
  actor uuid,
  on_behalf_of uuid,
  at timestamptz not null,
  node text,
  target text,
  people uuid[] not null,
  opinion text not null,
  constraint flow_log_key primary key (case_id, number)
);

-- Who signs for whom, and when.
create table flow_deputy (
  id uuid constraint flow_deputy_key primary key,
  principal uuid not null constraint flow_deputy_principal references directory_person,
  deputy uuid not null constraint flow_deputy_deputy references directory_person,
  begins_at timestamptz not null,
  ends_at timestamptz not null,
  constraint flow_deputy_other check (principal <> deputy),
  constraint flow_deputy_window check (begins_at < ends_at)
);

create index flow_deputy_of on flow_deputy (deputy, ends_at);
