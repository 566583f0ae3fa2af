-- The status page of a unit: who has its address sees how the services stand. Without one nobody outside does.
create table watch_page (
  unit_id uuid constraint watch_page_key primary key constraint watch_page_unit references directory_unit,
  code text not null constraint watch_page_code unique,
  title text not null constraint watch_page_titled check (title <> ''),
  is_open boolean not null,
  kept_at timestamptz not null,
  kept_by uuid not null constraint watch_page_kept_by references directory_person
);
