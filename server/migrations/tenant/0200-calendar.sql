-- Everything ever changed about working days and hours, in order; the last of a year or of a unit holds. A version of
-- the calendar is the number of its last change, so old clocks find theirs again.
create table calendar_change (
  number int constraint calendar_change_key primary key constraint calendar_change_counts check (number > 0),
  year int,
  unit_id uuid constraint calendar_change_unit references directory_unit,
  content jsonb not null,
  made_at timestamptz not null,
  made_by uuid not null constraint calendar_change_by references directory_person,
  constraint calendar_change_of_one check ((year is null) <> (unit_id is null))
);

create index calendar_change_of_unit on calendar_change (unit_id, number) where unit_id is not null;

create index calendar_change_of_year on calendar_change (year, number) where year is not null;
