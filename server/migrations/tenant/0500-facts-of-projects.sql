-- A year of one project, or of one unit, is read without the tickets of the others.
create index desk_ticket_fact_of_project on desk_ticket_fact (project_id, reported_at);

create index desk_ticket_fact_of_unit on desk_ticket_fact (unit_id, reported_at);

create index desk_ticket_fact_of_team on desk_ticket_fact (team_id, reported_at);
