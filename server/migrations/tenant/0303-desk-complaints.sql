-- 投诉登记簿: what was complained of, and the verdict of a second person on what caused it.
create table desk_complaint (
  id uuid constraint desk_complaint_key primary key,
  unit_id uuid not null constraint desk_complaint_unit references directory_unit,
  team_id uuid not null constraint desk_complaint_team references directory_unit,
  ticket_id uuid constraint desk_complaint_ticket references desk_ticket,
  who text not null constraint desk_complaint_who check (who <> ''),
  what text not null constraint desk_complaint_what check (what <> ''),
  received_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null constraint desk_complaint_recorded_by references directory_person,
  verdict text constraint desk_complaint_verdict check (verdict in ('service', 'other', 'unfounded')),
  cause text,
  judged_at timestamptz,
  judged_by uuid constraint desk_complaint_judged_by references directory_person,
  constraint desk_complaint_judged check ((verdict is null) = (judged_at is null) and (verdict is null) = (judged_by is null)),
  constraint desk_complaint_second_person check (judged_by is null or judged_by <> recorded_by)
);

create index desk_complaint_when on desk_complaint (received_at desc, id desc);
