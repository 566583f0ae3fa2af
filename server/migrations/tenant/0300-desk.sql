-- Numbers people quote come from a counter row per year, not from a sequence.
create table desk_counter (
  year integer constraint desk_counter_key primary key,
  last integer not null
);

-- The id is made by whoever logs the call, so that an outbox may send it twice.
create table desk_ticket (
  id uuid constraint desk_ticket_key primary key,
  number text not null constraint desk_ticket_number unique,
  kind text not null constraint desk_ticket_kind check (kind in ('incident', 'request')),
  channel text not null constraint desk_ticket_channel check (channel in ('hotline', 'self-service', 'remote', 'on-site', 'mail', 'api')),
  unit_id uuid not null constraint desk_ticket_unit references directory_unit,
  team_id uuid not null constraint desk_ticket_team references directory_unit,
  caller_id uuid constraint desk_ticket_caller references directory_person,
  caller_name text not null,
  contact text not null,
  place text not null,
  what text not null constraint desk_ticket_what check (what <> ''),
  service text not null,
  scope text not null,
  is_peak boolean not null,
  severity text not null constraint desk_ticket_severity check (severity in ('minor', 'normal', 'urgent', 'major')),
  layer text,
  classified_by uuid constraint desk_ticket_classified_by references directory_person,
  confirmed_by uuid constraint desk_ticket_confirmed_by references directory_person,
  confirmed_at timestamptz,
  assignee_id uuid constraint desk_ticket_assignee references directory_person,
  rules text not null,
  rules_version integer not null,
  time_zone text not null,
  state text not null constraint desk_ticket_state check (state in ('waiting', 'working', 'paused', 'resolved', 'closed', 'withdrawn')),
  reported_at timestamptz not null,
  responded_at timestamptz,
  arrived_at timestamptz,
  restored_at timestamptz,
  resolved_at timestamptz,
  closed_at timestamptz,
  reopenings integer not null default 0,
  manner text,
  cause text,
  merged_into uuid constraint desk_ticket_merged_into references desk_ticket,
  is_late boolean not null,
  late_reason text not null,
  logged_by uuid constraint desk_ticket_logged_by references directory_person,
  logged_at timestamptz not null,
  last_event integer not null,
  folded text not null,
  pairs text[] not null,
  constraint desk_ticket_second_person check (confirmed_by is null or confirmed_by <> classified_by)
);

create index desk_ticket_newest on desk_ticket (reported_at desc, id desc);

create index desk_ticket_of_unit on desk_ticket (unit_id, reported_at desc, id desc);

create index desk_ticket_of_team on desk_ticket (team_id, reported_at desc, id desc);

create index desk_ticket_open on desk_ticket (reported_at desc, id desc) where state in ('waiting', 'working', 'paused', 'resolved');

create index desk_ticket_of_assignee on desk_ticket (assignee_id, reported_at desc, id desc);

create index desk_ticket_pairs on desk_ticket using gin (pairs);

-- What happened and what was said, in the order of entry; never changed. The deed id is made by the sender.
create table desk_ticket_event (
  ticket_id uuid not null constraint desk_ticket_event_ticket references desk_ticket,
  number integer not null,
  deed_id uuid not null constraint desk_ticket_event_once unique,
  kind text not null,
  at timestamptz not null,
  entered_at timestamptz not null,
  entered_by uuid,
  device text,
  ahead_seconds integer not null,
  is_late boolean not null,
  detail jsonb not null,
  constraint desk_ticket_event_key primary key (ticket_id, number)
);

-- One clock as it stood at its last event, with everything it was computed from.
create table desk_clock (
  ticket_id uuid not null constraint desk_clock_ticket references desk_ticket,
  kind text not null constraint desk_clock_kind check (kind in ('response', 'arrival', 'recovery', 'resolution')),
  state text not null constraint desk_clock_state check (state in ('running', 'paused', 'stopped', 'withdrawn')),
  verdict text not null constraint desk_clock_verdict check (verdict in ('open', 'kept', 'broken', 'withdrawn')),
  limit_seconds integer not null,
  elapsed_seconds bigint not null,
  due_at timestamptz,
  stopped_at timestamptz,
  rule jsonb not null,
  rule_version integer not null,
  calendar_version integer not null,
  as_of timestamptz not null,
  through_event integer not null,
  reading jsonb not null,
  constraint desk_clock_key primary key (ticket_id, kind)
);

create index desk_clock_going on desk_clock (calendar_version) where state in ('running', 'paused');

-- Every notice, to whom, and what became of it. Nobody found is a notice that failed.
create table desk_notice (
  id uuid constraint desk_notice_key primary key,
  ticket_id uuid not null constraint desk_notice_ticket references desk_ticket,
  about text not null,
  clock text,
  percent integer,
  person_id uuid constraint desk_notice_person references directory_person,
  channel text not null constraint desk_notice_channel check (channel in ('in-app')),
  sent_at timestamptz not null,
  delivered_at timestamptz,
  read_at timestamptz,
  failed_at timestamptz,
  failure text,
  constraint desk_notice_once unique nulls not distinct (ticket_id, about, clock, percent, person_id)
);

create index desk_notice_of_person on desk_notice (person_id, sent_at desc) where read_at is null;

-- Who serves a unit and all below it. Units nobody is named for are served by the district itself.
create table desk_team (
  unit_id uuid constraint desk_team_key primary key constraint desk_team_served references directory_unit,
  team_id uuid not null constraint desk_team_serving references directory_unit,
  set_at timestamptz not null,
  set_by uuid not null constraint desk_team_set_by references directory_person
);
