-- What a check-up found and somebody made a ticket of: one for each kind of finding, and none beside one that is open.
create table watch_follow_up (
  ticket_id uuid constraint watch_follow_up_key primary key constraint watch_follow_up_ticket references desk_ticket,
  checkup_id uuid not null constraint watch_follow_up_checkup references watch_checkup,
  database_id uuid not null constraint watch_follow_up_database references watch_database,
  rule text not null,
  filed_at timestamptz not null,
  filed_by uuid not null constraint watch_follow_up_filed_by references directory_person
);

create index watch_follow_up_of_database on watch_follow_up (database_id, rule);
