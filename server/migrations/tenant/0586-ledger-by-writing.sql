-- A round of sealing reads what was written since the last one and not the whole ledger.
create index ledger_entry_by_writing on ledger_entry (written_by, id);
