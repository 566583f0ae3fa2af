-- What a change under an Idempotency-Key answered, written with the change itself.
create table kept_result (
  actor_id uuid not null,
  key text not null,
  step integer not null,
  request_hash text not null,
  result jsonb not null,
  at timestamptz not null,
  constraint kept_result_key primary key (actor_id, key, step)
);

create index kept_result_by_age on kept_result (actor_id, at);
