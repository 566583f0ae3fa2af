-- 封存: what the rows of a subject said and of which records, frozen in files under their hashes; the root stands in the ledger.
create table evidence_seal (
  id uuid constraint evidence_seal_key primary key,
  subject_id uuid not null,
  number integer not null constraint evidence_seal_counts check (number > 0),
  as_of timestamptz not null,
  root text not null constraint evidence_seal_root check (root ~ '^[0-9a-f]{64}$'),
  rows integer not null,
  records integer not null,
  lines integer not null,
  ledger_entry uuid not null,
  sealed_by uuid not null constraint evidence_seal_by references directory_person,
  constraint evidence_seal_once unique (subject_id, number)
);

create table evidence_seal_file (
  seal_id uuid not null constraint evidence_seal_file_of references evidence_seal,
  path text not null,
  sha256 text not null,
  bytes bigint not null,
  constraint evidence_seal_file_key primary key (seal_id, path)
);
