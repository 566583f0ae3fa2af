-- The number a unit or a person carries in the office's own lists; by it a list brought again finds them again.
alter table directory_unit add column code text constraint directory_unit_code unique constraint directory_unit_coded check (code <> '');

alter table directory_person add column staff_number text constraint directory_person_staff_number unique constraint directory_person_numbered check (staff_number <> '');

-- Roles a list names wait here: who brings people in grants nothing (三员分立).
create table directory_role_request (
  person_id uuid not null constraint directory_role_request_person references directory_person,
  role text not null,
  asked_by uuid not null constraint directory_role_request_asked_by references directory_person,
  asked_at timestamptz not null,
  constraint directory_role_request_key primary key (person_id, role)
);
