-- A mail whose reading was begun and not ended: counted before it is read, gone once it was dealt with.
create table desk_mail_attempt (
  mailbox_id uuid not null constraint desk_mail_attempt_mailbox references desk_mailbox on delete cascade,
  uid_validity bigint not null,
  uid bigint not null,
  attempts integer not null,
  begun_at timestamptz not null,
  constraint desk_mail_attempt_key primary key (mailbox_id, uid_validity, uid)
);

alter table desk_mail drop constraint desk_mail_outcome;

alter table desk_mail add constraint desk_mail_outcome check (outcome in ('ticket', 'reply', 'automatic', 'bounce', 'loop', 'repeated', 'too-large', 'too-many', 'unreadable', 'set-aside'));
