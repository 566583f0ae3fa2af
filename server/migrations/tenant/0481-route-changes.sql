-- A point of a route holds for rounds that open between these moments; without the first, from the beginning.
alter table upkeep_point add column since timestamptz;

alter table upkeep_point add column until timestamptz;

alter table upkeep_point drop constraint upkeep_point_code;

alter table upkeep_point drop constraint upkeep_point_place;

create unique index upkeep_point_code on upkeep_point (code) where until is null;

create index upkeep_point_of_route on upkeep_point (route_id, position);
