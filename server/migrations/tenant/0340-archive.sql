-- 归档: one bundle a declaration. The bytes lie in the file store; what is kept here is which ones, and under which names.
create table performance_archive (
  form_id uuid constraint performance_archive_key primary key constraint performance_archive_of references performance_form,
  -- SHA-256 of the bundle's own list of hashes: whoever knows it can tell any changed byte of the bundle.
  sums_sha256 text not null,
  files integer not null,
  bytes bigint not null,
  made_at timestamptz not null,
  made_by uuid not null constraint performance_archive_by references directory_person
);

create table performance_archive_file (
  form_id uuid not null constraint performance_archive_file_of references performance_archive,
  path text not null,
  sha256 text not null,
  bytes bigint not null,
  constraint performance_archive_file_key primary key (form_id, path)
);
