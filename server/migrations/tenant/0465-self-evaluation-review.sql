-- 自评送审: a self-evaluation goes through the desks of its place before it is re-evaluated or archived.
alter table performance_self_evaluation drop constraint performance_self_evaluation_state;

-- Those handed in before there was a chain were final on that day.
update performance_self_evaluation set state = 'accepted' where state = 'handed-in';

alter table performance_self_evaluation add constraint performance_self_evaluation_state
  check (state in ('draft', 'handed-in', 'in-review', 'returned', 'rejected', 'accepted'));

-- Every step on the way, with the hash of the form it was about.
create table performance_self_evaluation_step (
  form_id uuid not null constraint performance_self_evaluation_step_of references performance_self_evaluation,
  number integer not null constraint performance_self_evaluation_step_number check (number > 0),
  deed text not null constraint performance_self_evaluation_step_deed check (deed in ('hand-in', 'withdraw', 'review', 'return', 'accept', 'reject')),
  state text not null,
  version integer not null,
  sha256 text not null,
  desk text not null,
  opinion text not null,
  at timestamptz not null,
  person_id uuid not null constraint performance_self_evaluation_step_by references directory_person,
  constraint performance_self_evaluation_step_key primary key (form_id, number)
);
