create table performance_project (
  id uuid constraint performance_project_key primary key,
  unit_id uuid not null constraint performance_project_unit references directory_unit,
  name text not null constraint performance_project_named check (name <> '' and length(name) <= 200),
  made_at timestamptz not null,
  folded text not null,
  pairs text[] not null,
  constraint performance_project_once unique (unit_id, name)
);

create index performance_project_found on performance_project using gin (pairs);

-- The form as it stands now; every version it ever had is in performance_form_version.
create table performance_form (
  id uuid constraint performance_form_key primary key,
  project_id uuid not null constraint performance_form_project references performance_project,
  stage text not null constraint performance_form_stage check (stage in ('declaration', 'review', 'revision', 'monitoring', 'self-evaluation')),
  year integer not null constraint performance_form_year check (year between 1990 and 2100),
  template text not null,
  edition text not null,
  version integer not null constraint performance_form_version_counts check (version > 0),
  content jsonb not null,
  indicators integer not null,
  document_id uuid constraint performance_form_document references documents_document,
  saved_at timestamptz not null,
  saved_by uuid not null constraint performance_form_by references directory_person,
  constraint performance_form_once unique (project_id, stage, year)
);

create index performance_form_of_year on performance_form (year, project_id);

create table performance_form_version (
  form_id uuid not null constraint performance_form_version_of references performance_form,
  version integer not null,
  edits jsonb not null,
  cells integer not null,
  content jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid not null constraint performance_form_version_by references directory_person,
  constraint performance_form_version_key primary key (form_id, version)
);

-- The names of the indicators as they stand now, for finding them by two characters.
create table performance_indicator_name (
  form_id uuid not null constraint performance_indicator_name_of references performance_form,
  position integer not null,
  name text not null,
  folded text not null,
  pairs text[] not null,
  constraint performance_indicator_name_key primary key (form_id, position)
);

create index performance_indicator_name_found on performance_indicator_name using gin (pairs);
