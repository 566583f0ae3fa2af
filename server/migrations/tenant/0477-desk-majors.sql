-- 重大事件: an incident many hear of, from its declaration to the review of its causes.
create table desk_major (
  ticket_id uuid constraint desk_major_key primary key constraint desk_major_ticket references desk_ticket,
  number text not null constraint desk_major_number unique,
  state text not null constraint desk_major_state check (state in ('running', 'over', 'reviewed')),
  declared_at timestamptz not null,
  declared_by uuid constraint desk_major_declared_by references directory_person,
  reason text not null,
  leader_id uuid constraint desk_major_leader references directory_person,
  next_update_at timestamptz,
  ended_at timestamptz,
  course text not null,
  cause text not null,
  measures text not null,
  reviewed_at timestamptz,
  reviewed_by uuid constraint desk_major_reviewed_by references directory_person,
  last_entry integer not null
);

create index desk_major_newest on desk_major (declared_at desc);

-- What was done and said, in the order of entry; never changed.
create table desk_major_entry (
  ticket_id uuid not null constraint desk_major_entry_major references desk_major,
  number integer not null,
  kind text not null constraint desk_major_entry_kind check (kind in ('declared', 'led', 'noted', 'announced', 'ended', 'resumed', 'reviewed')),
  at timestamptz not null,
  by_id uuid constraint desk_major_entry_by references directory_person,
  words text not null,
  told integer,
  constraint desk_major_entry_key primary key (ticket_id, number)
);
