-- A self-evaluation on its way: handed in once its open points are settled, with the evaluation as the rules gave it that day.
create table performance_self_evaluation (
  form_id uuid constraint performance_self_evaluation_key primary key constraint performance_self_evaluation_form references performance_form,
  declaration_id uuid not null constraint performance_self_evaluation_declaration references performance_form constraint performance_self_evaluation_once unique,
  base_version integer not null,
  state text not null constraint performance_self_evaluation_state check (state in ('draft', 'handed-in')),
  statement text not null,
  evaluation jsonb,
  total numeric,
  grade text,
  version integer,
  sha256 text,
  handed_in_at timestamptz,
  handed_in_by uuid constraint performance_self_evaluation_by references directory_person
);

-- A figure a person put in place of the one computed or ruled: never without person, reason and file.
create table performance_override (
  form_id uuid not null constraint performance_override_of references performance_self_evaluation,
  position integer not null constraint performance_override_position check (position >= 0),
  field text not null constraint performance_override_field check (field in ('actual', 'score')),
  value text not null,
  reason text not null constraint performance_override_reasoned check (reason <> ''),
  document_id uuid not null constraint performance_override_document references documents_document,
  person_id uuid not null constraint performance_override_by references directory_person,
  at timestamptz not null,
  constraint performance_override_key primary key (form_id, position, field)
);

-- A sample with the seed and the frame it was drawn from, so that anybody can draw it again.
create table performance_sample (
  id uuid constraint performance_sample_key primary key,
  unit_id uuid not null constraint performance_sample_unit references directory_unit,
  year integer not null constraint performance_sample_year check (year between 1990 and 2100),
  seed text not null constraint performance_sample_seeded check (seed <> ''),
  rules jsonb not null,
  frame jsonb not null,
  drawn_at timestamptz not null,
  drawn_by uuid not null constraint performance_sample_by references directory_person,
  constraint performance_sample_once unique (unit_id, year, seed)
);

create table performance_sample_item (
  sample_id uuid not null constraint performance_sample_item_of references performance_sample,
  form_id uuid not null constraint performance_sample_item_form references performance_self_evaluation,
  stratum integer not null,
  why text not null constraint performance_sample_item_why check (why in ('certain', 'lot', 'unit')),
  lot text not null,
  constraint performance_sample_item_key primary key (sample_id, form_id)
);

-- The re-score beside the self-score, or the scores of experts; the newest counts.
create table performance_re_evaluation (
  id uuid constraint performance_re_evaluation_key primary key,
  form_id uuid not null constraint performance_re_evaluation_of references performance_self_evaluation,
  kind text not null constraint performance_re_evaluation_kind check (kind in ('re-score', 'key')),
  rows jsonb not null,
  experts jsonb not null,
  opinion text not null,
  total numeric not null,
  grade text,
  done_at timestamptz not null,
  done_by uuid not null constraint performance_re_evaluation_by references directory_person
);

create index performance_re_evaluation_of_form on performance_re_evaluation (form_id, done_at);

-- Indicator rows that are kept back from the public copy, by their name.
create table performance_secret_row (
  form_id uuid not null constraint performance_secret_row_of references performance_form,
  indicator text not null,
  reason text not null,
  set_at timestamptz not null,
  set_by uuid not null constraint performance_secret_row_by references directory_person,
  constraint performance_secret_row_key primary key (form_id, indicator)
);
