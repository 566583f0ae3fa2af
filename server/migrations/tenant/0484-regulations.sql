-- 制度文件: rules, plans, standards and licences an institution has in force.
create table documents_regulation (
  id uuid constraint documents_regulation_key primary key,
  unit_id uuid not null constraint documents_regulation_unit references directory_unit,
  kind text not null constraint documents_regulation_kind check (kind in ('rule', 'plan', 'standard', 'licence', 'other')),
  name text not null constraint documents_regulation_name check (name <> ''),
  number text not null,
  next_review_on date,
  made_at timestamptz not null,
  made_by uuid not null constraint documents_regulation_made_by references directory_person,
  -- The day somebody was reminded of last, so that each is told once.
  reminded_of date,
  repealed_on date,
  repealed_at timestamptz,
  repealed_by uuid constraint documents_regulation_repealed_by references directory_person,
  repealed_because text,
  constraint documents_regulation_repealed check (num_nulls(repealed_on, repealed_at, repealed_by, repealed_because) in (0, 4))
);

-- Its texts: the last one entered is what holds from its day on.
create table documents_regulation_text (
  id uuid constraint documents_regulation_text_key primary key,
  regulation_id uuid not null constraint documents_regulation_text_of references documents_regulation,
  document_id uuid not null constraint documents_regulation_text_file references documents_document,
  valid_from date not null,
  valid_until date,
  entered_at timestamptz not null,
  entered_by uuid not null constraint documents_regulation_text_by references directory_person,
  constraint documents_regulation_text_days check (valid_from <= valid_until)
);

create index documents_regulation_text_last on documents_regulation_text (regulation_id, entered_at desc);

create table documents_regulation_review (
  id uuid constraint documents_regulation_review_key primary key,
  regulation_id uuid not null constraint documents_regulation_review_of references documents_regulation,
  reviewed_on date not null,
  note text not null,
  next_review_on date,
  entered_at timestamptz not null,
  entered_by uuid not null constraint documents_regulation_review_by references directory_person
);

-- Proved by a document of the institution, an item counts while that is in force.
alter table documents_checklist_proof add column regulation_id uuid constraint documents_checklist_proof_regulation references documents_regulation;

create index documents_checklist_proof_of_regulation on documents_checklist_proof (regulation_id) where regulation_id is not null;
