-- 工作单 of a ticket: what is to be done step by step, what was used, who was there how long, and who signed for it.
create table desk_work_order (
  id uuid constraint desk_work_order_key primary key,
  ticket_id uuid not null constraint desk_work_order_ticket references desk_ticket,
  number integer not null,
  what text not null constraint desk_work_order_what check (what <> ''),
  version integer not null,
  opened_at timestamptz not null,
  opened_by uuid not null constraint desk_work_order_opened_by references directory_person,
  signer text,
  strokes jsonb,
  signed_at timestamptz,
  signed_with uuid constraint desk_work_order_signed_with references directory_person,
  constraint desk_work_order_once unique (ticket_id, number),
  constraint desk_work_order_signed check ((signer is null) = (signed_at is null) and (signer is null) = (strokes is null) and (signer is null) = (signed_with is null))
);

create table desk_work_step (
  order_id uuid not null constraint desk_work_step_order references desk_work_order,
  number integer not null,
  what text not null constraint desk_work_step_what check (what <> ''),
  state text not null constraint desk_work_step_state check (state in ('open', 'done', 'left-out')),
  note text not null,
  constraint desk_work_step_key primary key (order_id, number),
  constraint desk_work_step_reason check (state <> 'left-out' or note <> '')
);

create table desk_work_part (
  order_id uuid not null constraint desk_work_part_order references desk_work_order,
  number integer not null,
  name text not null constraint desk_work_part_name check (name <> ''),
  serial text not null,
  quantity numeric not null constraint desk_work_part_quantity check (quantity > 0),
  unit text not null,
  constraint desk_work_part_key primary key (order_id, number)
);

create table desk_work_time (
  order_id uuid not null constraint desk_work_time_order references desk_work_order,
  number integer not null,
  person_id uuid not null constraint desk_work_time_person references directory_person,
  began_at timestamptz not null,
  ended_at timestamptz not null,
  constraint desk_work_time_key primary key (order_id, number),
  constraint desk_work_time_span check (began_at < ended_at)
);
