-- 服务线: from which day calls of a unit and all below it, about one service or about all, are paid by which project.
create table desk_line (
  id uuid constraint desk_line_key primary key,
  unit_id uuid not null constraint desk_line_unit references directory_unit,
  service text,
  project_id uuid constraint desk_line_project references performance_project,
  starts_on date not null,
  set_at timestamptz not null,
  set_by uuid not null constraint desk_line_set_by references directory_person
);

create index desk_line_of_unit on desk_line (unit_id);

-- The project of a ticket is proposed by the lines until somebody says otherwise, with a reason.
alter table desk_ticket add column project_id uuid constraint desk_ticket_project references performance_project;

alter table desk_ticket add column is_project_by_hand boolean not null default false;

alter table desk_ticket_fact add column project_id uuid constraint desk_ticket_fact_project references performance_project;

-- Of a complaint about no ticket.
alter table desk_complaint add column project_id uuid constraint desk_complaint_project references performance_project;
