-- Written by the application: name, login, pinyin in full and by initials, folded; and every pair of neighbours in it.
alter table directory_person
  add column sought text not null default '',
  add column bigrams text[] not null default '{}',
  add column earlier_hashes text[] not null default '{}',
  add column enrol_by timestamptz;

create index directory_person_bigrams on directory_person using gin (bigrams);

alter table directory_unit add column pinyin text not null default '';

create table directory_unit_change (
  id uuid constraint directory_unit_change_key primary key,
  unit_id uuid not null constraint directory_unit_change_unit references directory_unit,
  did text not null constraint directory_unit_change_did check (did in ('renamed', 'moved', 'merged', 'took-in', 'split', 'split-off', 'closed')),
  effective_on date not null,
  reason text not null constraint directory_unit_change_reason check (reason <> ''),
  name_before text not null,
  name_after text not null,
  parent_before uuid constraint directory_unit_change_parent_before references directory_unit,
  parent_after uuid constraint directory_unit_change_parent_after references directory_unit,
  other_id uuid constraint directory_unit_change_other references directory_unit,
  made_by uuid not null constraint directory_unit_change_made_by references directory_person,
  made_at timestamptz not null
);

create index directory_unit_change_of_unit on directory_unit_change (unit_id, effective_on, made_at);

-- One row once the security administrator has chosen; without it the product's own choice holds.
create table directory_sign_in_rules (
  only_one boolean not null default true constraint directory_sign_in_rules_key primary key constraint directory_sign_in_rules_one check (only_one),
  profile text not null constraint directory_sign_in_rules_profile check (profile in ('dengbao', 'asvs')),
  second_step text not null constraint directory_sign_in_rules_second_step check (second_step in ('administrators', 'everybody', 'nobody'))
);

create table directory_second_step (
  person_id uuid constraint directory_second_step_key primary key constraint directory_second_step_person references directory_person,
  secret text not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0
);

create table directory_recovery_code (
  code_hash text constraint directory_recovery_code_key primary key,
  person_id uuid not null constraint directory_recovery_code_person references directory_person,
  used_at timestamptz
);

create index directory_recovery_code_of_person on directory_recovery_code (person_id);

create index ledger_entry_by_actor on ledger_entry (actor_id, at desc, id desc);
