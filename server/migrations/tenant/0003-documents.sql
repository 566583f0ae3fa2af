-- Who brought which file. The bytes lie in the file store under their hash; the same bytes are kept once.
create table documents_document (
  id uuid constraint documents_document_key primary key,
  unit_id uuid not null constraint documents_document_unit references directory_unit,
  name text not null constraint documents_document_named check (name <> ''),
  bytes bigint not null constraint documents_document_bytes check (bytes > 0),
  sha256 text not null constraint documents_document_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  added_at timestamptz not null,
  added_by uuid not null constraint documents_document_by references directory_person,
  constraint documents_document_once unique (unit_id, sha256, name)
);
