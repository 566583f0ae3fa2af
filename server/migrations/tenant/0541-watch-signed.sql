-- How a monitor proves that it is the one: by the word in its address alone, or by signing what it says besides.
alter table watch_source add column signing text not null default 'none' constraint watch_source_signing check (signing in ('none', 'timestamped', 'plain'));

alter table watch_source alter column signing drop default;

alter table watch_source add column sealed text not null default '';

alter table watch_source alter column sealed drop default;

-- Signed messages heard of late: the same one told again says nothing new.
create table watch_signal_told (
  source_id uuid not null constraint watch_signal_told_source references watch_source,
  message text not null,
  heard_at timestamptz not null,
  constraint watch_signal_told_key primary key (source_id, message)
);
