-- Which flows the deputy signs in; none named means all of them.
alter table flow_deputy add column flows text[] not null default '{}', add column reason text not null default '';

create index flow_deputy_by on flow_deputy (principal, ends_at);

-- The clock looks for what fell due and did not act yet.
create index flow_task_due on flow_task (due_at) where state in ('open', 'asking') and not expired and due_at is not null;

create index flow_task_copied on flow_task (assignee) where kind = 'copied';

-- What a person is told. Words are a code with parameters, so that everybody reads it in the own language.
create table inbox_message (
  id uuid constraint inbox_message_key primary key,
  person_id uuid not null constraint inbox_message_person references directory_person,
  code text not null,
  parameters jsonb not null,
  subject_kind text not null,
  subject_id uuid not null,
  made_at timestamptz not null,
  read_at timestamptz
);

create index inbox_message_of on inbox_message (person_id, made_at desc, id desc);

create index inbox_message_unread on inbox_message (person_id) where read_at is null;

-- A way out of the house: mail, a signed webhook, or the robot of a group.
create table inbox_channel (
  id uuid constraint inbox_channel_key primary key,
  kind text not null constraint inbox_channel_kind check (kind in ('mail', 'webhook', 'wecom', 'dingtalk', 'feishu')),
  name text not null constraint inbox_channel_name unique,
  is_on boolean not null,
  settings jsonb not null,
  secret text not null,
  former_secret text not null,
  unit_id uuid constraint inbox_channel_unit references directory_unit,
  per_minute integer not null constraint inbox_channel_rate check (per_minute between 1 and 600),
  worked_at timestamptz,
  failed_at timestamptz,
  problem text not null
);

-- The only addresses anything is sent to; `reach` says how near the address may lie.
create table inbox_address (
  host text not null,
  port integer not null constraint inbox_address_port check (port between 1 and 65535),
  reach text not null constraint inbox_address_reach check (reach in ('public', 'private', 'this-machine')),
  constraint inbox_address_key primary key (host, port)
);

-- One request or letter that leaves; many messages may go in one.
create table inbox_sending (
  id uuid constraint inbox_sending_key primary key,
  channel_id uuid not null constraint inbox_sending_channel references inbox_channel,
  planned_at timestamptz not null,
  sent_at timestamptz,
  problem text not null
);

create index inbox_sending_of on inbox_sending (channel_id, planned_at desc);

-- What became of each message on each channel.
create table inbox_delivery (
  id uuid constraint inbox_delivery_key primary key,
  message_id uuid not null constraint inbox_delivery_message references inbox_message,
  channel_id uuid not null constraint inbox_delivery_channel references inbox_channel,
  state text not null constraint inbox_delivery_state check (state in ('queued', 'sending', 'sent', 'failed')),
  not_before timestamptz not null,
  attempts integer not null,
  sending_id uuid constraint inbox_delivery_sending references inbox_sending,
  sent_at timestamptz,
  problem text not null,
  constraint inbox_delivery_once unique (message_id, channel_id)
);

create index inbox_delivery_queued on inbox_delivery (channel_id, not_before) where state = 'queued';

create index inbox_delivery_of_sending on inbox_delivery (sending_id) where sending_id is not null;

-- When a person wants to be left alone, and where letters go.
create table inbox_preference (
  person_id uuid constraint inbox_preference_key primary key constraint inbox_preference_person references directory_person,
  mail text not null,
  quiet_from text not null,
  quiet_until text not null
);
