-- What is to be done again and again, for a unit and perhaps one project; until null, nobody has ended it.
create table upkeep_plan (
  id uuid constraint upkeep_plan_key primary key,
  unit_id uuid not null constraint upkeep_plan_unit references directory_unit,
  project_id uuid constraint upkeep_plan_project references performance_project,
  kind text not null constraint upkeep_plan_kind check (kind in ('inspection', 'meeting', 'report', 'training', 'drill', 'work', 'upgrade')),
  name text not null constraint upkeep_plan_name check (name <> ''),
  route_id uuid,
  from_day date not null,
  until_day date,
  grace_hours integer not null constraint upkeep_plan_grace check (grace_hours between 0 and 2000),
  people_needed integer not null constraint upkeep_plan_people check (people_needed between 1 and 100),
  laid_until date,
  calendar_version integer,
  made_at timestamptz not null,
  made_by uuid not null constraint upkeep_plan_made_by references directory_person,
  constraint upkeep_plan_days check (until_day is null or until_day >= from_day)
);

create index upkeep_plan_of_unit on upkeep_plan (unit_id);

-- How often, from a day on: a change of plan adds a term and leaves those before it.
create table upkeep_plan_term (
  plan_id uuid not null constraint upkeep_plan_term_plan references upkeep_plan,
  from_day date not null,
  frequency jsonb not null,
  reason text not null,
  set_at timestamptz not null,
  set_by uuid not null constraint upkeep_plan_term_set_by references directory_person,
  constraint upkeep_plan_term_key primary key (plan_id, from_day)
);

-- One time something is due; never deleted.
create table upkeep_occurrence (
  id uuid constraint upkeep_occurrence_key primary key,
  plan_id uuid not null constraint upkeep_occurrence_plan references upkeep_plan,
  day date not null,
  last_day date not null,
  slot integer not null,
  opens_at timestamptz not null,
  due_at timestamptz not null,
  closes_at timestamptz not null,
  laid_at timestamptz not null,
  state text not null constraint upkeep_occurrence_state check (state in ('planned', 'done', 'done-late', 'missed', 'waived', 'withdrawn')),
  done_at timestamptz,
  entered_at timestamptz,
  done_by uuid constraint upkeep_occurrence_done_by references directory_person,
  is_late_entry boolean not null default false,
  strength text constraint upkeep_occurrence_strength check (strength in ('A', 'B', 'C', 'D')),
  device text,
  ahead_seconds integer,
  note text not null default '',
  attendees jsonb,
  document_id uuid constraint upkeep_occurrence_document references documents_document,
  cause text,
  cause_by uuid constraint upkeep_occurrence_cause_by references directory_person,
  waived_at timestamptz,
  waived_by uuid constraint upkeep_occurrence_waived_by references directory_person,
  waived_why text,
  withdrawn_at timestamptz,
  constraint upkeep_occurrence_once unique (plan_id, opens_at, due_at),
  constraint upkeep_occurrence_order check (opens_at < due_at and due_at <= closes_at),
  constraint upkeep_occurrence_done check ((done_at is null) = (state not in ('done', 'done-late')) and (done_at is null) = (entered_at is null)),
  constraint upkeep_occurrence_waived check ((waived_at is null) = (state <> 'waived') and (waived_at is null) = (waived_by is null))
);

create index upkeep_occurrence_when on upkeep_occurrence (plan_id, day);

create index upkeep_occurrence_open on upkeep_occurrence (closes_at) where state = 'planned';

create index upkeep_occurrence_opens on upkeep_occurrence (opens_at);

-- Where a round leads; a point is found by the code on its label.
create table upkeep_route (
  id uuid constraint upkeep_route_key primary key,
  unit_id uuid not null constraint upkeep_route_unit references directory_unit,
  name text not null constraint upkeep_route_name check (name <> ''),
  made_at timestamptz not null,
  made_by uuid not null constraint upkeep_route_made_by references directory_person
);

alter table upkeep_plan add constraint upkeep_plan_route foreign key (route_id) references upkeep_route;

create table upkeep_point (
  id uuid constraint upkeep_point_key primary key,
  route_id uuid not null constraint upkeep_point_route references upkeep_route,
  position integer not null,
  code text not null constraint upkeep_point_code unique,
  name text not null constraint upkeep_point_name check (name <> ''),
  place text not null,
  checks jsonb not null,
  constraint upkeep_point_place unique (route_id, position)
);

-- The id is made by the device, so that an outbox may send it twice.
create table upkeep_visit (
  id uuid constraint upkeep_visit_key primary key,
  occurrence_id uuid not null constraint upkeep_visit_occurrence references upkeep_occurrence,
  point_id uuid not null constraint upkeep_visit_point references upkeep_point,
  at timestamptz not null,
  entered_at timestamptz not null,
  entered_by uuid not null constraint upkeep_visit_entered_by references directory_person,
  is_late_entry boolean not null,
  device text,
  ahead_seconds integer not null,
  proof text not null constraint upkeep_visit_proof check (proof in ('scan', 'number', 'none')),
  skip_reason text not null,
  readings jsonb not null,
  photos text[] not null,
  note text not null,
  constraint upkeep_visit_once unique (occurrence_id, point_id)
);

create table upkeep_fault (
  id uuid constraint upkeep_fault_key primary key,
  visit_id uuid not null constraint upkeep_fault_visit references upkeep_visit,
  what text not null constraint upkeep_fault_what check (what <> ''),
  found_at timestamptz not null,
  entered_at timestamptz not null,
  mended_at timestamptz,
  mended_entered_at timestamptz,
  mended_by uuid constraint upkeep_fault_mended_by references directory_person,
  mending text not null default '',
  constraint upkeep_fault_mended check ((mended_at is null) = (mended_by is null) and (mended_at is null) = (mended_entered_at is null))
);

create index upkeep_fault_open on upkeep_fault (found_at) where mended_at is null;
