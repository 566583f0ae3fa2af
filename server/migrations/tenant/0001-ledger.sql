-- Every change writes an entry in its own transaction; the sealer chains committed entries afterwards, in commit order.
create table ledger_entry (
  id uuid constraint ledger_entry_key primary key,
  at timestamptz not null,
  actor_id uuid,
  did text not null constraint ledger_entry_did check (did <> ''),
  request_id text not null,
  detail jsonb not null,
  written_by xid8 not null default pg_current_xact_id()
);

create index ledger_entry_by_time on ledger_entry (at desc, id desc);

create table ledger_seal (
  number bigint constraint ledger_seal_key primary key,
  entry_id uuid not null constraint ledger_seal_of_entry references ledger_entry constraint ledger_seal_once unique,
  sha256 text not null,
  sm3 text not null,
  sealed_at timestamptz not null
);

