-- A service that went out by the rule of its probes, and the incident it became; open until all its probes are up again.
create table watch_alarm (
  id uuid constraint watch_alarm_key primary key,
  unit_id uuid not null constraint watch_alarm_unit references directory_unit,
  service text not null,
  began_at timestamptz not null,
  raised_at timestamptz not null,
  over_at timestamptz,
  ticket_id uuid not null constraint watch_alarm_ticket references desk_ticket
);

create unique index watch_alarm_open on watch_alarm (unit_id, service) where over_at is null;
