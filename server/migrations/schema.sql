create table ledger_entry (
  id uuid not null,
  at timestamp with time zone not null,
  actor_id uuid,
  did text not null,
  request_id text not null,
  detail jsonb not null,
  written_by xid8 not null default pg_current_xact_id(),
  constraint ledger_entry_key PRIMARY KEY (id),
  constraint ledger_entry_did CHECK ((did <> ''::text))
);
CREATE INDEX ledger_entry_by_time ON ledger_entry USING btree (at DESC, id DESC);

create table ledger_seal (
  number bigint not null,
  entry_id uuid not null,
  sha256 text not null,
  sm3 text not null,
  sealed_at timestamp with time zone not null,
  constraint ledger_seal_once UNIQUE (entry_id),
  constraint ledger_seal_key PRIMARY KEY (number),
  constraint ledger_seal_of_entry FOREIGN KEY (entry_id) REFERENCES ledger_entry(id)
);

create table migration (
  file text not null,
  number integer not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_key PRIMARY KEY (file, number)
);
