-- A revision as it was filed: the rows asked for, the gate as it stood that day, every step since.
create table performance_revision (
  id uuid constraint performance_revision_key primary key,
  form_id uuid not null constraint performance_revision_of references performance_form,
  number integer not null constraint performance_revision_counts check (number > 0),
  base_version integer not null,
  state text not null constraint performance_revision_state check (state in ('submitted', 'in-review', 'returned', 'approved', 'rejected')),
  rows jsonb not null,
  weights jsonb,
  budget_decision jsonb,
  gate jsonb not null,
  steps jsonb not null,
  filed_at timestamptz not null,
  filed_by uuid not null constraint performance_revision_by references directory_person,
  constraint performance_revision_once unique (form_id, number),
  constraint performance_revision_base foreign key (form_id, base_version) references performance_form_version (form_id, version)
);

-- One revision of a declaration is under way at a time.
create unique index performance_revision_pending on performance_revision (form_id) where state in ('submitted', 'in-review', 'returned');

-- What was granted: the initial budget, its adjustments, and what was appropriated of it. Never changed: a mistake is taken back by another entry.
create table performance_money_entry (
  id uuid constraint performance_money_entry_key primary key,
  project_id uuid not null constraint performance_money_entry_project references performance_project,
  year integer not null constraint performance_money_entry_year check (year between 1990 and 2100),
  kind text not null constraint performance_money_entry_kind check (kind in ('initial', 'adjustment', 'appropriation')),
  source text not null constraint performance_money_entry_source check (source in ('upper', 'own', 'lower', 'carried-over', 'other')),
  amount numeric not null,
  decided_on date not null,
  reason text not null,
  document_id uuid constraint performance_money_entry_document references documents_document,
  made_at timestamptz not null,
  made_by uuid not null constraint performance_money_entry_by references directory_person
);

create index performance_money_entry_of_year on performance_money_entry (project_id, year);

create table performance_payment_list (
  id uuid constraint performance_payment_list_key primary key,
  unit_id uuid not null constraint performance_payment_list_unit references directory_unit,
  document_id uuid not null constraint performance_payment_list_document references documents_document,
  taken integer not null,
  repeated integer not null,
  refused integer not null,
  imported_at timestamptz not null,
  imported_by uuid not null constraint performance_payment_list_by references directory_person
);

-- A payment is known by what it says; the same line twice in one list are two payments, the same list twice is one.
create table performance_payment (
  id uuid constraint performance_payment_key primary key,
  project_id uuid not null constraint performance_payment_project references performance_project,
  list_id uuid not null constraint performance_payment_of_list references performance_payment_list,
  line integer not null,
  paid_on date not null,
  amount numeric not null,
  voucher text not null,
  payee text not null,
  purpose text not null,
  fingerprint text not null,
  constraint performance_payment_once unique (project_id, fingerprint)
);

create index performance_payment_by_day on performance_payment (project_id, paid_on, id);

-- How the unit's payment lists are headed, for the next one.
create table performance_payment_mapping (
  unit_id uuid constraint performance_payment_mapping_key primary key constraint performance_payment_mapping_unit references directory_unit,
  mapping jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid not null constraint performance_payment_mapping_by references directory_person
);
