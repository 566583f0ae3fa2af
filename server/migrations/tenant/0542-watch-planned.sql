-- What a check-up found and somebody put on a day of a work plan: done with that day's work, and none beside one that is open.
create table watch_planned (
  occurrence_id uuid not null constraint watch_planned_occurrence references upkeep_occurrence,
  database_id uuid not null constraint watch_planned_database references watch_database,
  rule text not null,
  checkup_id uuid not null constraint watch_planned_checkup references watch_checkup,
  planned_at timestamptz not null,
  planned_by uuid not null constraint watch_planned_by references directory_person,
  constraint watch_planned_key primary key (occurrence_id, database_id, rule)
);

create index watch_planned_of_database on watch_planned (database_id, rule);
