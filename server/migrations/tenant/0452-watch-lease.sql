-- Which of several servers looks: whoever renews in time goes on, another takes over when nobody does.
create table watch_lease (
  name text constraint watch_lease_key primary key,
  holder uuid not null,
  until_at timestamptz not null
);
