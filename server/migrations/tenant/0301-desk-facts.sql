-- What was known of a ticket, and from when to when: a figure of a past day is read as that day knew it.
create table desk_ticket_fact (
  ticket_id uuid not null constraint desk_ticket_fact_ticket references desk_ticket,
  version integer not null,
  known_from timestamptz not null,
  known_until timestamptz not null default 'infinity',
  unit_id uuid not null constraint desk_ticket_fact_unit references directory_unit,
  team_id uuid not null constraint desk_ticket_fact_team references directory_unit,
  title text not null,
  kind text not null,
  severity text not null,
  service text not null,
  layer text,
  is_confirmed boolean not null,
  state text not null,
  reported_at timestamptz not null,
  logged_at timestamptz not null,
  is_late boolean not null,
  is_edited boolean not null,
  has_arrived boolean not null,
  response_state text not null,
  response_verdict text not null,
  response_seconds bigint not null,
  response_due_at timestamptz,
  arrival_state text,
  arrival_verdict text,
  arrival_seconds bigint,
  arrival_due_at timestamptz,
  recovery_state text,
  recovery_verdict text,
  recovery_seconds bigint,
  recovery_due_at timestamptz,
  resolution_state text,
  resolution_verdict text,
  resolution_seconds bigint,
  resolution_due_at timestamptz,
  constraint desk_ticket_fact_key primary key (ticket_id, version)
);

create index desk_ticket_fact_now on desk_ticket_fact (reported_at) where known_until = 'infinity';

create index desk_ticket_fact_then on desk_ticket_fact (reported_at, known_from);
