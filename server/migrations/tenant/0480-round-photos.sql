-- The pictures of a visit, in the order they were taken; their hashes stand with the visit itself.
create table upkeep_visit_photo (
  visit_id uuid not null constraint upkeep_visit_photo_visit references upkeep_visit,
  position integer not null,
  document_id uuid not null constraint upkeep_visit_photo_document references documents_document,
  taken_at timestamptz not null,
  constraint upkeep_visit_photo_key primary key (visit_id, position)
);
