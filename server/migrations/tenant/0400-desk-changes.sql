-- Numbers of the other registers of the desk, one row a register and year.
create table desk_register_counter (
  register text not null,
  year integer not null,
  last integer not null,
  constraint desk_register_counter_key primary key (register, year)
);

-- 变更: what is to be changed, why, at what risk, how to get back, and the window it was planned for.
create table desk_change (
  id uuid constraint desk_change_key primary key,
  number text not null constraint desk_change_number unique,
  unit_id uuid not null constraint desk_change_unit references directory_unit,
  what text not null constraint desk_change_what check (what <> ''),
  why text not null,
  risk text not null constraint desk_change_risk check (risk in ('low', 'medium', 'high')),
  back_out text not null constraint desk_change_back_out check (back_out <> ''),
  services text[] not null constraint desk_change_services check (cardinality(services) > 0),
  planned_from timestamptz not null,
  planned_until timestamptz not null,
  state text not null constraint desk_change_state check (state in ('reviewing', 'returned', 'approved', 'rejected', 'withdrawn', 'ended')),
  filed_by uuid not null constraint desk_change_filed_by references directory_person,
  filed_at timestamptz not null,
  approved_at timestamptz,
  announced_at timestamptz,
  announced_by uuid constraint desk_change_announced_by references directory_person,
  announcement text not null default '',
  result text constraint desk_change_result check (result in ('succeeded', 'partly', 'backed-out', 'not-carried-out')),
  result_note text not null default '',
  began_at timestamptz,
  ended_at timestamptz,
  reported_at timestamptz,
  reported_by uuid constraint desk_change_reported_by references directory_person,
  constraint desk_change_window check (planned_from < planned_until),
  constraint desk_change_announced check ((announced_at is null) = (announced_by is null)),
  constraint desk_change_reported check ((state = 'ended') = (result is not null) and (result is null) = (reported_at is null))
);

create index desk_change_when on desk_change (planned_from, planned_until);

-- The places a change touches: each unit with all below it.
create table desk_change_place (
  change_id uuid not null constraint desk_change_place_change references desk_change,
  unit_id uuid not null constraint desk_change_place_unit references directory_unit,
  constraint desk_change_place_key primary key (change_id, unit_id)
);

create index desk_change_place_of_unit on desk_change_place (unit_id);
