alter table upkeep_plan drop constraint upkeep_plan_kind;

alter table upkeep_plan add constraint upkeep_plan_kind check (kind in ('inspection', 'duty', 'presence', 'meeting', 'report', 'training', 'drill', 'work', 'upgrade'));

-- Who takes turns on the shifts of a plan, from a day on; the order is theirs.
create table upkeep_rotation (
  plan_id uuid not null constraint upkeep_rotation_plan references upkeep_plan,
  from_day date not null,
  turns text not null constraint upkeep_rotation_turns check (turns in ('shift', 'week')),
  people uuid[] not null constraint upkeep_rotation_people check (cardinality(people) > 0),
  set_at timestamptz not null,
  set_by uuid not null constraint upkeep_rotation_set_by references directory_person,
  constraint upkeep_rotation_key primary key (plan_id, from_day)
);

-- Who is to be there, and from when to when somebody was. A swap ends one and adds another; none is deleted.
create table upkeep_turn (
  id uuid constraint upkeep_turn_key primary key,
  occurrence_id uuid not null constraint upkeep_turn_occurrence references upkeep_occurrence,
  person_id uuid not null constraint upkeep_turn_person references directory_person,
  set_at timestamptz not null,
  set_by uuid not null constraint upkeep_turn_set_by references directory_person,
  ended_at timestamptz,
  ended_why text not null default '',
  in_at timestamptz,
  out_at timestamptz,
  constraint upkeep_turn_out check (out_at is null or out_at >= in_at),
  constraint upkeep_turn_there check (ended_at is null or in_at is null)
);

create unique index upkeep_turn_once on upkeep_turn (occurrence_id, person_id) where ended_at is null;

create index upkeep_turn_of_person on upkeep_turn (person_id, occurrence_id) where ended_at is null;

-- Asked by one and agreed to by the other; with a turn in return, or without.
create table upkeep_swap (
  id uuid constraint upkeep_swap_key primary key,
  turn_id uuid not null constraint upkeep_swap_turn references upkeep_turn,
  back_turn_id uuid constraint upkeep_swap_back references upkeep_turn,
  person_id uuid not null constraint upkeep_swap_person references directory_person,
  why text not null constraint upkeep_swap_why check (why <> ''),
  state text not null constraint upkeep_swap_state check (state in ('asked', 'agreed', 'declined', 'withdrawn')),
  asked_at timestamptz not null,
  answered_at timestamptz,
  constraint upkeep_swap_answered check ((answered_at is null) = (state = 'asked'))
);

create unique index upkeep_swap_open on upkeep_swap (turn_id) where state = 'asked';

-- Given by who leaves, taken by who comes: two signatures of two people, and what was open then.
create table upkeep_hand_over (
  occurrence_id uuid constraint upkeep_hand_over_key primary key constraint upkeep_hand_over_occurrence references upkeep_occurrence,
  note text not null constraint upkeep_hand_over_note check (note <> ''),
  tickets jsonb not null,
  given_at timestamptz not null,
  given_by uuid not null constraint upkeep_hand_over_given_by references directory_person,
  taken_at timestamptz,
  taken_by uuid constraint upkeep_hand_over_taken_by references directory_person,
  constraint upkeep_hand_over_two check (taken_by is null or taken_by <> given_by),
  constraint upkeep_hand_over_taken check ((taken_at is null) = (taken_by is null) and (taken_at is null or taken_at >= given_at))
);
