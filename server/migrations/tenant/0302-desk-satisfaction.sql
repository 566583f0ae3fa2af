-- One question to whoever called, by a link that is kept as its hash; nobody who works at the desk is asked.
create table desk_satisfaction (
  ticket_id uuid constraint desk_satisfaction_key primary key constraint desk_satisfaction_ticket references desk_ticket,
  code_hash text not null constraint desk_satisfaction_code unique,
  asked_at timestamptz not null,
  asked_by uuid not null constraint desk_satisfaction_asked_by references directory_person,
  expires_at timestamptz not null,
  score integer constraint desk_satisfaction_score check (score between 1 and 5),
  note text,
  answered_at timestamptz,
  constraint desk_satisfaction_answered check ((score is null) = (answered_at is null))
);

create index desk_satisfaction_when on desk_satisfaction (asked_at);

-- Requests to pages anybody may open, per address: the source is slowed down.
create table desk_public_try (
  id uuid constraint desk_public_try_key primary key,
  address text not null,
  at timestamptz not null
);

create index desk_public_try_recent on desk_public_try (address, at);
