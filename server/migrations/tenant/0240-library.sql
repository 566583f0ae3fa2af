-- Indicators a district added to the library that ships with the product.
create table performance_library_entry (
  id uuid constraint performance_library_entry_key primary key,
  entry jsonb not null,
  added_at timestamptz not null,
  added_by uuid not null constraint performance_library_entry_by references directory_person
);

-- Entries of either origin that are offered no longer; a row that goes puts the entry back.
create table performance_library_retirement (
  entry_id text constraint performance_library_retirement_key primary key,
  reason text not null,
  at timestamptz not null,
  by_id uuid not null constraint performance_library_retirement_by references directory_person
);

-- Where an indicator of the library is promised.
create index performance_indicator_name_folded on performance_indicator_name (folded);
