-- A room, place or device with a code to be scanned; whoever has the code may report a fault there.
create table desk_spot (
  id uuid constraint desk_spot_key primary key,
  unit_id uuid not null constraint desk_spot_unit references directory_unit,
  name text not null constraint desk_spot_named check (name <> ''),
  code text not null constraint desk_spot_code unique,
  is_open boolean not null,
  made_at timestamptz not null,
  made_by uuid not null constraint desk_spot_made_by references directory_person,
  constraint desk_spot_once unique (unit_id, name)
);

-- A fault somebody reported without signing in; the secret of its status page is kept as its hash.
create table desk_report (
  ticket_id uuid constraint desk_report_key primary key constraint desk_report_ticket references desk_ticket,
  spot_id uuid not null constraint desk_report_spot references desk_spot,
  code_hash text not null constraint desk_report_code unique,
  reported_at timestamptz not null
);

create index desk_report_of_spot on desk_report (spot_id, reported_at);

alter table desk_ticket drop constraint desk_ticket_channel;

alter table desk_ticket add constraint desk_ticket_channel check (channel in ('hotline', 'self-service', 'qr', 'remote', 'on-site', 'mail', 'api'));
