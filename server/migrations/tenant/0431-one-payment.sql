-- A payment comes from the treasury's list, or is recorded with a contract and later found in the list: one row either way.
alter table performance_payment alter column list_id drop not null;

alter table performance_payment alter column line drop not null;

alter table performance_payment add column recorded_at timestamptz;

alter table performance_payment add column recorded_by uuid constraint performance_payment_recorded_by references directory_person;

alter table performance_payment add constraint performance_payment_known_from check (list_id is not null or recorded_at is not null);

-- What other modules may read of projects and payments.
create view shared_project as select id, unit_id, name from performance_project;

create view shared_payment as
  select payment.id, payment.project_id, payment.paid_on, payment.amount, payment.voucher, payment.payee, payment.purpose,
         least(payment.recorded_at, list.imported_at) as entered_at,
         list.imported_at as listed_at
    from performance_payment payment left join performance_payment_list list on list.id = payment.list_id;

-- Which payment settles which instalment; what was paid stands with the payment alone.
create table contracts_payment (
  payment_id uuid constraint contracts_payment_key primary key constraint contracts_payment_is references performance_payment,
  instalment_id uuid not null constraint contracts_payment_of references contracts_instalment,
  open_gates jsonb not null,
  settled_at timestamptz not null,
  settled_by uuid constraint contracts_payment_by references directory_person
);

create index contracts_payment_of_instalment on contracts_payment (instalment_id);
