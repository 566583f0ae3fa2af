create table directory_unit (
  id uuid constraint directory_unit_key primary key,
  parent_id uuid constraint directory_unit_parent references directory_unit,
  name text not null constraint directory_unit_named check (name <> ''),
  kind text not null constraint directory_unit_kind check (kind in ('district', 'bureau', 'office', 'school', 'centre', 'vendor')),
  state text not null default 'open' constraint directory_unit_state check (state in ('open', 'merged', 'closed')),
  ancestors uuid[] not null
);

create index directory_unit_below on directory_unit using gin (ancestors);

create table directory_person (
  id uuid constraint directory_person_key primary key,
  unit_id uuid not null constraint directory_person_unit references directory_unit,
  name text not null constraint directory_person_named check (name <> ''),
  login text constraint directory_person_login unique,
  password_hash text,
  password_set_at timestamptz,
  state text not null constraint directory_person_state check (state in ('invited', 'active', 'disabled'))
);

create index directory_person_of_unit on directory_person (unit_id);

create table directory_role (
  person_id uuid not null constraint directory_role_person references directory_person,
  role text not null,
  granted_by uuid,
  granted_at timestamptz not null,
  constraint directory_role_key primary key (person_id, role)
);

create table directory_invitation (
  code_hash text constraint directory_invitation_key primary key,
  person_id uuid not null constraint directory_invitation_person references directory_person,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table directory_session (
  id uuid constraint directory_session_key primary key,
  token_hash text not null constraint directory_session_token unique,
  person_id uuid not null constraint directory_session_person references directory_person,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  ended_at timestamptz,
  address text not null,
  device text not null
);

create index directory_session_of_person on directory_session (person_id) where ended_at is null;

-- Wrong tries per login and address: the source is slowed, a stranger's account is never locked.
create table directory_failed_sign_in (
  id uuid constraint directory_failed_sign_in_key primary key,
  login text not null,
  address text not null,
  at timestamptz not null
);

create index directory_failed_sign_in_recent on directory_failed_sign_in (login, address, at);
