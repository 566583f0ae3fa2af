-- 问题: what lies behind several incidents; its cause and workaround, and the change that ended it.
create table desk_problem (
  id uuid constraint desk_problem_key primary key,
  number text not null constraint desk_problem_number unique,
  unit_id uuid not null constraint desk_problem_unit references directory_unit,
  title text not null constraint desk_problem_title check (title <> ''),
  service text not null,
  cause text not null,
  workaround text not null,
  state text not null constraint desk_problem_state check (state in ('open', 'known', 'closed')),
  change_id uuid constraint desk_problem_change references desk_change,
  closing text not null,
  opened_at timestamptz not null,
  opened_by uuid not null constraint desk_problem_opened_by references directory_person,
  closed_at timestamptz,
  closed_by uuid constraint desk_problem_closed_by references directory_person,
  constraint desk_problem_known check (state <> 'known' or cause <> ''),
  constraint desk_problem_closed check ((state = 'closed') = (closed_at is not null) and (closed_at is null) = (closed_by is null))
);

create index desk_problem_newest on desk_problem (opened_at desc);

-- The incidents it caused; each may have one problem behind it.
create table desk_problem_ticket (
  ticket_id uuid constraint desk_problem_ticket_key primary key constraint desk_problem_ticket_is references desk_ticket,
  problem_id uuid not null constraint desk_problem_ticket_of references desk_problem,
  linked_at timestamptz not null,
  linked_by uuid not null constraint desk_problem_ticket_by references directory_person
);

create index desk_problem_ticket_of_problem on desk_problem_ticket (problem_id);
