-- 供应商库 of a unit: the firm, its licences and its people, each with what it is good for and until when.
create table contracts_vendor (
  id uuid constraint contracts_vendor_key primary key,
  unit_id uuid not null constraint contracts_vendor_unit references directory_unit,
  name text not null constraint contracts_vendor_name check (name <> ''),
  credit_code text not null,
  contact text not null,
  party_id uuid constraint contracts_vendor_party references directory_unit,
  made_at timestamptz not null,
  made_by uuid not null constraint contracts_vendor_by references directory_person,
  constraint contracts_vendor_once unique (unit_id, name)
);

create table contracts_licence (
  id uuid constraint contracts_licence_key primary key,
  vendor_id uuid not null constraint contracts_licence_vendor references contracts_vendor,
  holder text not null,
  name text not null constraint contracts_licence_name check (name <> ''),
  number text not null,
  valid_from date not null,
  valid_until date,
  document_id uuid constraint contracts_licence_document references documents_document,
  made_at timestamptz not null,
  made_by uuid not null constraint contracts_licence_by references directory_person,
  constraint contracts_licence_span check (valid_until is null or valid_until >= valid_from)
);

create index contracts_licence_of on contracts_licence (vendor_id);

create table contracts_contract (
  id uuid constraint contracts_contract_key primary key,
  unit_id uuid not null constraint contracts_contract_unit references directory_unit,
  project_id uuid not null constraint contracts_contract_project references performance_project,
  vendor_id uuid not null constraint contracts_contract_vendor references contracts_vendor,
  supervisor_id uuid constraint contracts_contract_supervisor references contracts_vendor,
  number text not null constraint contracts_contract_number check (number <> ''),
  name text not null constraint contracts_contract_name check (name <> ''),
  method text not null constraint contracts_contract_method check (method in ('open-tender', 'invited-tender', 'negotiation', 'consultation', 'inquiry', 'single-source', 'below-limit')),
  term_year integer not null,
  term_years integer not null,
  amount numeric not null constraint contracts_contract_amount check (amount > 0),
  signed_on date not null,
  starts_on date not null,
  ends_on date not null,
  pass_mark numeric not null,
  point_value numeric not null constraint contracts_contract_point check (point_value >= 0),
  settled_on date,
  settled_amount numeric,
  settled_at timestamptz,
  made_at timestamptz not null,
  made_by uuid not null constraint contracts_contract_by references directory_person,
  constraint contracts_contract_once unique (unit_id, number),
  constraint contracts_contract_years check (term_year between 1 and term_years),
  constraint contracts_contract_span check (ends_on >= starts_on),
  constraint contracts_contract_settled check ((settled_on is null) = (settled_amount is null) and (settled_on is null) = (settled_at is null))
);

create index contracts_contract_of_project on contracts_contract (project_id);

-- What the contract promises of the service, in the words of a target, read by the measure of the same promise.
create table contracts_term (
  id uuid constraint contracts_term_key primary key,
  contract_id uuid not null constraint contracts_term_contract references contracts_contract,
  position integer not null,
  name text not null,
  measure text not null,
  params jsonb not null,
  target text not null,
  points numeric not null constraint contracts_term_points check (points >= 0),
  constraint contracts_term_once unique (contract_id, position)
);

create table contracts_milestone (
  id uuid constraint contracts_milestone_key primary key,
  contract_id uuid not null constraint contracts_milestone_contract references contracts_contract,
  position integer not null,
  name text not null,
  due_on date not null,
  done_on date,
  note text not null,
  document_id uuid constraint contracts_milestone_document references documents_document,
  recorded_at timestamptz,
  recorded_by uuid constraint contracts_milestone_by references directory_person,
  constraint contracts_milestone_once unique (contract_id, position),
  constraint contracts_milestone_done check ((done_on is null) = (recorded_at is null) and (done_on is null) = (recorded_by is null))
);

-- 采购计划: what is to be bought in a year; under a contract once there is one.
create table contracts_purchase (
  id uuid constraint contracts_purchase_key primary key,
  unit_id uuid not null constraint contracts_purchase_unit references directory_unit,
  project_id uuid not null constraint contracts_purchase_project references performance_project,
  contract_id uuid constraint contracts_purchase_contract references contracts_contract,
  year integer not null,
  item text not null constraint contracts_purchase_item check (item <> ''),
  quantity numeric not null constraint contracts_purchase_quantity check (quantity > 0),
  unit_word text not null,
  estimate numeric not null constraint contracts_purchase_estimate check (estimate >= 0),
  method text not null constraint contracts_purchase_method check (method in ('open-tender', 'invited-tender', 'negotiation', 'consultation', 'inquiry', 'single-source', 'below-limit')),
  due_on date not null,
  made_at timestamptz not null,
  made_by uuid not null constraint contracts_purchase_by references directory_person
);

create index contracts_purchase_of_year on contracts_purchase (year, unit_id);

create table contracts_delivery (
  id uuid constraint contracts_delivery_key primary key,
  purchase_id uuid not null constraint contracts_delivery_purchase references contracts_purchase,
  delivered_on date not null,
  quantity numeric not null constraint contracts_delivery_quantity check (quantity > 0),
  note_number text not null,
  document_id uuid constraint contracts_delivery_document references documents_document,
  installed_on date,
  installed_at text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null constraint contracts_delivery_by references directory_person
);

create index contracts_delivery_of on contracts_delivery (purchase_id);

create table contracts_acceptance (
  id uuid constraint contracts_acceptance_key primary key,
  contract_id uuid not null constraint contracts_acceptance_contract references contracts_contract,
  milestone_id uuid constraint contracts_acceptance_milestone references contracts_milestone,
  name text not null,
  accepted_on date not null,
  passed boolean not null,
  signed_by text not null,
  document_id uuid constraint contracts_acceptance_document references documents_document,
  recorded_at timestamptz not null,
  recorded_by uuid not null constraint contracts_acceptance_by references directory_person
);

create index contracts_acceptance_of on contracts_acceptance (contract_id);

create table contracts_acceptance_item (
  acceptance_id uuid not null constraint contracts_acceptance_item_of references contracts_acceptance,
  position integer not null,
  kind text not null constraint contracts_acceptance_item_kind check (kind in ('quality', 'requirement')),
  item text not null,
  required text not null,
  measured text not null,
  passed boolean not null,
  judged text not null constraint contracts_acceptance_item_judged check (judged in ('figures', 'people')),
  constraint contracts_acceptance_item_key primary key (acceptance_id, position)
);

create table contracts_instalment (
  id uuid constraint contracts_instalment_key primary key,
  contract_id uuid not null constraint contracts_instalment_contract references contracts_contract,
  position integer not null,
  name text not null,
  amount numeric not null constraint contracts_instalment_amount check (amount > 0),
  due_on date not null,
  milestone_id uuid constraint contracts_instalment_milestone references contracts_milestone,
  needs_acceptance boolean not null,
  appraisal_year integer,
  constraint contracts_instalment_once unique (contract_id, position)
);

create table contracts_change (
  id uuid constraint contracts_change_key primary key,
  contract_id uuid not null constraint contracts_change_contract references contracts_contract,
  number integer not null,
  what text not null,
  reason text not null,
  amount_delta numeric not null,
  ends_on date,
  asked_on date not null,
  carried_out_on date,
  asked_at timestamptz not null,
  asked_by uuid not null constraint contracts_change_asked_by references directory_person,
  verdict text constraint contracts_change_verdict check (verdict in ('approved', 'rejected')),
  opinion text,
  judged_at timestamptz,
  judged_by uuid constraint contracts_change_judged_by references directory_person,
  constraint contracts_change_once unique (contract_id, number),
  constraint contracts_change_second_person check (judged_by is null or judged_by <> asked_by)
);

-- 扣分台账: never changed; a mistake is taken back by an entry of negative points.
create table contracts_deduction (
  id uuid constraint contracts_deduction_key primary key,
  contract_id uuid not null constraint contracts_deduction_contract references contracts_contract,
  year integer not null,
  month integer,
  term_id uuid constraint contracts_deduction_term references contracts_term,
  points numeric not null,
  reason text not null,
  reading jsonb,
  recorded_at timestamptz not null,
  recorded_by uuid not null constraint contracts_deduction_by references directory_person
);

create unique index contracts_deduction_once on contracts_deduction (term_id, year, month) where term_id is not null;

create index contracts_deduction_of on contracts_deduction (contract_id, year);

create table contracts_appraisal (
  id uuid constraint contracts_appraisal_key primary key,
  contract_id uuid not null constraint contracts_appraisal_contract references contracts_contract,
  year integer not null,
  held_on date not null,
  points numeric not null,
  score numeric not null,
  passed boolean not null,
  opinion text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null constraint contracts_appraisal_by references directory_person,
  constraint contracts_appraisal_once unique (contract_id, year)
);

-- 监理日志和签证.
create table contracts_supervision (
  id uuid constraint contracts_supervision_key primary key,
  contract_id uuid not null constraint contracts_supervision_contract references contracts_contract,
  kind text not null constraint contracts_supervision_kind check (kind in ('log', 'instruction', 'visa')),
  day date not null,
  what text not null constraint contracts_supervision_what check (what <> ''),
  answer_due_on date,
  answer text,
  answered_at timestamptz,
  answered_by uuid constraint contracts_supervision_answered_by references directory_person,
  recorded_at timestamptz not null,
  recorded_by uuid not null constraint contracts_supervision_by references directory_person
);

create index contracts_supervision_of on contracts_supervision (contract_id, day);
