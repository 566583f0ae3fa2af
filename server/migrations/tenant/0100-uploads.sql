-- A file that comes in parts: what has arrived, so that a broken line goes on where it
-- broke, and in the end the file they made. The parts lie in the file store.
create table documents_upload (
  id uuid constraint documents_upload_key primary key,
  unit_id uuid not null constraint documents_upload_unit references directory_unit,
  name text not null constraint documents_upload_named check (name <> ''),
  bytes bigint not null constraint documents_upload_bytes check (bytes > 0),
  received bigint not null constraint documents_upload_received check (received between 0 and bytes),
  document_id uuid constraint documents_upload_document references documents_document,
  started_at timestamptz not null,
  started_by uuid not null constraint documents_upload_by references directory_person
);

create index documents_upload_started on documents_upload (started_at);
