-- 清单: what a state in words asks for, laid out for one unit, project and year. Items stay; one that does not apply says why.
create table documents_checklist (
  id uuid constraint documents_checklist_key primary key,
  list text not null,
  unit_id uuid not null constraint documents_checklist_unit references directory_unit,
  project_id uuid,
  year integer not null constraint documents_checklist_year check (year between 1990 and 2100),
  laid_at timestamptz not null,
  laid_by uuid not null constraint documents_checklist_by references directory_person,
  constraint documents_checklist_once unique nulls not distinct (list, unit_id, project_id, year)
);

create table documents_checklist_item (
  id uuid constraint documents_checklist_item_key primary key,
  checklist_id uuid not null constraint documents_checklist_item_of references documents_checklist,
  position integer not null,
  name text not null constraint documents_checklist_item_named check (name <> ''),
  -- The day it counts for, within the year of the list.
  asked_on date not null,
  added_at timestamptz not null,
  added_by uuid not null constraint documents_checklist_item_by references directory_person,
  dropped_at timestamptz,
  dropped_by uuid constraint documents_checklist_item_dropped_by references directory_person,
  dropped_because text,
  constraint documents_checklist_item_once unique (checklist_id, position),
  constraint documents_checklist_item_dropped check (
    num_nulls(dropped_at, dropped_by, dropped_because) in (0, 3) and dropped_because is distinct from '')
);

-- A file, or a record of another module as its measure names it. One taken back stays with its reason.
create table documents_checklist_proof (
  id uuid constraint documents_checklist_proof_key primary key,
  item_id uuid not null constraint documents_checklist_proof_of references documents_checklist_item,
  document_id uuid constraint documents_checklist_proof_file references documents_document,
  measure text,
  record_kind text,
  record_id text,
  record_title text,
  strength text not null constraint documents_checklist_proof_strength check (strength in ('A', 'B', 'C', 'D')),
  valid_from date,
  valid_until date,
  note text not null,
  proved_at timestamptz not null,
  proved_by uuid not null constraint documents_checklist_proof_by references directory_person,
  withdrawn_at timestamptz,
  withdrawn_by uuid constraint documents_checklist_proof_withdrawn_by references directory_person,
  withdrawn_because text,
  constraint documents_checklist_proof_is check (
    num_nonnulls(document_id, record_id) = 1 and num_nulls(measure, record_kind, record_id, record_title) in (0, 4)),
  constraint documents_checklist_proof_valid check (valid_from <= valid_until),
  constraint documents_checklist_proof_withdrawn check (
    num_nulls(withdrawn_at, withdrawn_by, withdrawn_because) in (0, 3) and withdrawn_because is distinct from '')
);

create index documents_checklist_proof_of_item on documents_checklist_proof (item_id);
