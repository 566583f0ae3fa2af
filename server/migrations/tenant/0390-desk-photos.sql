-- A photo hangs on its ticket; the id is made by the phone that took it, so that an outbox may send it twice.
create table desk_photo (
  id uuid constraint desk_photo_key primary key,
  ticket_id uuid not null constraint desk_photo_ticket references desk_ticket,
  document_id uuid not null constraint desk_photo_document references documents_document,
  taken_at timestamptz not null,
  added_at timestamptz not null,
  added_by uuid not null constraint desk_photo_added_by references directory_person
);

create index desk_photo_of_ticket on desk_photo (ticket_id, taken_at, id);
