-- 服务台邮箱: where mails to the desk arrive and its answers leave from; one for the district.
-- A mailbox at another place is another row, so that the numbers of its server begin anew.
create table desk_mailbox (
  id uuid constraint desk_mailbox_key primary key,
  is_only boolean not null constraint desk_mailbox_one unique constraint desk_mailbox_only check (is_only),
  is_on boolean not null,
  settings jsonb not null,
  sealed text not null,
  unit_id uuid not null constraint desk_mailbox_unit references directory_unit,
  service text not null,
  since timestamptz not null,
  uid_validity bigint,
  last_uid bigint not null,
  worked_at timestamptz,
  failed_at timestamptz,
  problem text not null
);

-- Every mail that came, and what became of it. A mail without an id of its own is known by the hash of its bytes.
create table desk_mail (
  id uuid constraint desk_mail_key primary key,
  mailbox_id uuid not null,
  uid_validity bigint not null,
  uid bigint not null,
  message_id text not null,
  outcome text not null constraint desk_mail_outcome check (outcome in ('ticket', 'reply', 'automatic', 'bounce', 'loop', 'repeated', 'too-large', 'too-many', 'unreadable')),
  sender text not null,
  sender_name text not null,
  subject text not null,
  words text not null,
  refers text not null,
  bytes bigint not null,
  received_at timestamptz not null,
  handled_at timestamptz not null,
  left_out integer not null,
  ticket_id uuid constraint desk_mail_ticket references desk_ticket,
  constraint desk_mail_once unique (mailbox_id, uid_validity, uid)
);

create unique index desk_mail_message on desk_mail (message_id) where outcome <> 'repeated';

create index desk_mail_of_ticket on desk_mail (ticket_id, received_at) where ticket_id is not null;

create index desk_mail_newest on desk_mail (handled_at desc, uid desc);

create index desk_mail_sender on desk_mail (sender, handled_at);

create table desk_mail_file (
  mail_id uuid not null constraint desk_mail_file_mail references desk_mail,
  number integer not null,
  document_id uuid not null constraint desk_mail_file_document references documents_document,
  constraint desk_mail_file_key primary key (mail_id, number)
);

-- What a mail brought was brought by nobody of the directory.
alter table documents_document alter column added_by drop not null;

-- A letter of the desk to whoever wrote; its id is in its Message-ID. What became of it stands in its notice.
create table desk_letter (
  id uuid constraint desk_letter_key primary key,
  ticket_id uuid not null constraint desk_letter_ticket references desk_ticket,
  kind text not null constraint desk_letter_kind check (kind in ('received', 'answer', 'settled')),
  address text not null,
  subject text not null,
  words text not null,
  message_id text not null constraint desk_letter_message unique,
  answers text not null,
  refers text not null,
  attempts integer not null,
  made_at timestamptz not null,
  made_by uuid constraint desk_letter_by references directory_person
);

create index desk_letter_of_ticket on desk_letter (ticket_id, made_at);

-- Notices leave by mail too, and may be about one letter or mail among several of a ticket.
alter table desk_notice add column about_id uuid;

alter table desk_notice drop constraint desk_notice_channel;

alter table desk_notice add constraint desk_notice_channel check (channel in ('in-app', 'mail'));

alter table desk_notice drop constraint desk_notice_once;

alter table desk_notice add constraint desk_notice_once unique nulls not distinct (ticket_id, about, clock, percent, person_id, about_id);

create index inbox_preference_mail on inbox_preference (lower(mail)) where mail <> '';
