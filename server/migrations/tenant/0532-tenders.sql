-- 招标文件 of a planned purchase with its days; brought again, the last one counts and those before stay.
create table contracts_tender (
  id uuid constraint contracts_tender_key primary key,
  purchase_id uuid not null constraint contracts_tender_purchase references contracts_purchase,
  document_id uuid not null constraint contracts_tender_document references documents_document,
  number text not null,
  issued_on date not null,
  opened_on date not null,
  awarded_on date,
  years integer not null constraint contracts_tender_years check (years between 1 and 10),
  recorded_at timestamptz not null,
  recorded_by uuid not null constraint contracts_tender_by references directory_person,
  constraint contracts_tender_days check (issued_on <= opened_on and opened_on <= awarded_on)
);

create index contracts_tender_of_purchase on contracts_tender (purchase_id, id);
