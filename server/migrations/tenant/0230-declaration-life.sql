-- Where a declaration stands; one nobody ever submitted is a draft and has no row.
create table performance_life (
  form_id uuid constraint performance_life_key primary key constraint performance_life_of references performance_form,
  state text not null constraint performance_life_state check (state in ('draft', 'submitted', 'in-review', 'returned', 'rejected', 'approved', 'revised', 'monitored', 'self-evaluated', 're-evaluated', 'archived')),
  moved_at timestamptz not null
);

create index performance_life_in_state on performance_life (state, form_id);

-- Every step with its person, time, opinion and the hash of the version it was about.
create table performance_life_step (
  form_id uuid not null constraint performance_life_step_of references performance_form,
  number integer not null constraint performance_life_step_counts check (number > 0),
  deed text not null,
  state text not null,
  version integer not null,
  sha256 text not null constraint performance_life_step_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  desk text not null,
  opinion text not null,
  at timestamptz not null,
  person_id uuid not null constraint performance_life_step_by references directory_person,
  constraint performance_life_step_key primary key (form_id, number)
);

-- The versions that were approved: the first, and one more for every approved revision.
create table performance_approval (
  form_id uuid not null constraint performance_approval_of references performance_form,
  number integer not null constraint performance_approval_counts check (number > 0),
  version integer not null,
  sha256 text not null constraint performance_approval_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  person_id uuid not null constraint performance_approval_by references directory_person,
  constraint performance_approval_key primary key (form_id, number),
  constraint performance_approval_version foreign key (form_id, version) references performance_form_version (form_id, version)
);
