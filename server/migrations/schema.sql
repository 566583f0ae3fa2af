create table calendar_change (
  number integer not null,
  year integer,
  unit_id uuid,
  content jsonb not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  constraint calendar_change_key PRIMARY KEY (number),
  constraint calendar_change_by FOREIGN KEY (made_by) REFERENCES directory_person(id),
  constraint calendar_change_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint calendar_change_counts CHECK ((number > 0)),
  constraint calendar_change_of_one CHECK (((year IS NULL) <> (unit_id IS NULL)))
);
CREATE INDEX calendar_change_of_unit ON calendar_change USING btree (unit_id, number) WHERE (unit_id IS NOT NULL);
CREATE INDEX calendar_change_of_year ON calendar_change USING btree (year, number) WHERE (year IS NOT NULL);

create table directory_failed_sign_in (
  id uuid not null,
  login text not null,
  address text not null,
  at timestamp with time zone not null,
  constraint directory_failed_sign_in_key PRIMARY KEY (id)
);
CREATE INDEX directory_failed_sign_in_recent ON directory_failed_sign_in USING btree (login, address, at);

create table directory_invitation (
  code_hash text not null,
  person_id uuid not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint directory_invitation_key PRIMARY KEY (code_hash),
  constraint directory_invitation_person FOREIGN KEY (person_id) REFERENCES directory_person(id)
);

create table directory_person (
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  login text,
  password_hash text,
  password_set_at timestamp with time zone,
  state text not null,
  sought text not null default ''::text,
  bigrams text[] not null default '{}'::text[],
  earlier_hashes text[] not null default '{}'::text[],
  enrol_by timestamp with time zone,
  constraint directory_person_login UNIQUE (login),
  constraint directory_person_key PRIMARY KEY (id),
  constraint directory_person_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint directory_person_named CHECK ((name <> ''::text)),
  constraint directory_person_state CHECK ((state = ANY (ARRAY['invited'::text, 'active'::text, 'disabled'::text])))
);
CREATE INDEX directory_person_bigrams ON directory_person USING gin (bigrams);
CREATE INDEX directory_person_of_unit ON directory_person USING btree (unit_id);

create table directory_recovery_code (
  code_hash text not null,
  person_id uuid not null,
  used_at timestamp with time zone,
  constraint directory_recovery_code_key PRIMARY KEY (code_hash),
  constraint directory_recovery_code_person FOREIGN KEY (person_id) REFERENCES directory_person(id)
);
CREATE INDEX directory_recovery_code_of_person ON directory_recovery_code USING btree (person_id);

create table directory_role (
  person_id uuid not null,
  role text not null,
  granted_by uuid,
  granted_at timestamp with time zone not null,
  constraint directory_role_key PRIMARY KEY (person_id, role),
  constraint directory_role_person FOREIGN KEY (person_id) REFERENCES directory_person(id)
);

create table directory_second_step (
  person_id uuid not null,
  secret text not null,
  confirmed_at timestamp with time zone,
  last_step bigint not null default 0,
  constraint directory_second_step_key PRIMARY KEY (person_id),
  constraint directory_second_step_person FOREIGN KEY (person_id) REFERENCES directory_person(id)
);

create table directory_session (
  id uuid not null,
  token_hash text not null,
  person_id uuid not null,
  started_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  address text not null,
  device text not null,
  constraint directory_session_token UNIQUE (token_hash),
  constraint directory_session_key PRIMARY KEY (id),
  constraint directory_session_person FOREIGN KEY (person_id) REFERENCES directory_person(id)
);
CREATE INDEX directory_session_of_person ON directory_session USING btree (person_id) WHERE (ended_at IS NULL);

create table directory_sign_in_rules (
  only_one boolean not null default true,
  profile text not null,
  second_step text not null,
  constraint directory_sign_in_rules_key PRIMARY KEY (only_one),
  constraint directory_sign_in_rules_one CHECK (only_one),
  constraint directory_sign_in_rules_profile CHECK ((profile = ANY (ARRAY['dengbao'::text, 'asvs'::text]))),
  constraint directory_sign_in_rules_second_step CHECK ((second_step = ANY (ARRAY['administrators'::text, 'everybody'::text, 'nobody'::text])))
);

create table directory_unit (
  id uuid not null,
  parent_id uuid,
  name text not null,
  kind text not null,
  state text not null default 'open'::text,
  ancestors uuid[] not null,
  pinyin text not null default ''::text,
  constraint directory_unit_key PRIMARY KEY (id),
  constraint directory_unit_parent FOREIGN KEY (parent_id) REFERENCES directory_unit(id),
  constraint directory_unit_kind CHECK ((kind = ANY (ARRAY['district'::text, 'bureau'::text, 'office'::text, 'school'::text, 'centre'::text, 'vendor'::text]))),
  constraint directory_unit_named CHECK ((name <> ''::text)),
  constraint directory_unit_state CHECK ((state = ANY (ARRAY['open'::text, 'merged'::text, 'closed'::text])))
);
CREATE INDEX directory_unit_below ON directory_unit USING gin (ancestors);

create table directory_unit_change (
  id uuid not null,
  unit_id uuid not null,
  did text not null,
  effective_on date not null,
  reason text not null,
  name_before text not null,
  name_after text not null,
  parent_before uuid,
  parent_after uuid,
  other_id uuid,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint directory_unit_change_key PRIMARY KEY (id),
  constraint directory_unit_change_made_by FOREIGN KEY (made_by) REFERENCES directory_person(id),
  constraint directory_unit_change_other FOREIGN KEY (other_id) REFERENCES directory_unit(id),
  constraint directory_unit_change_parent_after FOREIGN KEY (parent_after) REFERENCES directory_unit(id),
  constraint directory_unit_change_parent_before FOREIGN KEY (parent_before) REFERENCES directory_unit(id),
  constraint directory_unit_change_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint directory_unit_change_did CHECK ((did = ANY (ARRAY['renamed'::text, 'moved'::text, 'merged'::text, 'took-in'::text, 'split'::text, 'split-off'::text, 'closed'::text]))),
  constraint directory_unit_change_reason CHECK ((reason <> ''::text))
);
CREATE INDEX directory_unit_change_of_unit ON directory_unit_change USING btree (unit_id, effective_on, made_at);

create table documents_document (
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  bytes bigint not null,
  sha256 text not null,
  added_at timestamp with time zone not null,
  added_by uuid not null,
  constraint documents_document_once UNIQUE (unit_id, sha256, name),
  constraint documents_document_key PRIMARY KEY (id),
  constraint documents_document_by FOREIGN KEY (added_by) REFERENCES directory_person(id),
  constraint documents_document_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint documents_document_bytes CHECK ((bytes > 0)),
  constraint documents_document_named CHECK ((name <> ''::text)),
  constraint documents_document_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

create table documents_upload (
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  bytes bigint not null,
  received bigint not null,
  document_id uuid,
  started_at timestamp with time zone not null,
  started_by uuid not null,
  constraint documents_upload_key PRIMARY KEY (id),
  constraint documents_upload_by FOREIGN KEY (started_by) REFERENCES directory_person(id),
  constraint documents_upload_document FOREIGN KEY (document_id) REFERENCES documents_document(id),
  constraint documents_upload_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint documents_upload_bytes CHECK ((bytes > 0)),
  constraint documents_upload_named CHECK ((name <> ''::text)),
  constraint documents_upload_received CHECK (((received >= 0) AND (received <= bytes)))
);
CREATE INDEX documents_upload_started ON documents_upload USING btree (started_at);

create table flow_case (
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  subject_name text not null,
  unit_id uuid not null,
  definition text not null,
  definition_version integer not null,
  starter uuid not null,
  fields jsonb not null,
  state text not null,
  version integer not null,
  last_token integer not null,
  last_task integer not null,
  walked text[] not null,
  choices jsonb not null,
  urged_at timestamp with time zone,
  urges integer not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint flow_case_key PRIMARY KEY (id),
  constraint flow_case_definition FOREIGN KEY (definition, definition_version) REFERENCES flow_definition(key, version),
  constraint flow_case_starter FOREIGN KEY (starter) REFERENCES directory_person(id),
  constraint flow_case_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint flow_case_state CHECK ((state = ANY (ARRAY['running'::text, 'approved'::text, 'disagreed'::text, 'rejected'::text, 'voided'::text])))
);
CREATE INDEX flow_case_of_starter ON flow_case USING btree (starter, started_at DESC);
CREATE UNIQUE INDEX flow_case_running ON flow_case USING btree (subject_kind, subject_id) WHERE (state = 'running'::text);

create table flow_definition (
  key text not null,
  version integer not null,
  definition jsonb not null,
  constraint flow_definition_key PRIMARY KEY (key, version)
);

create table flow_deputy (
  id uuid not null,
  principal uuid not null,
  deputy uuid not null,
  begins_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  flows text[] not null default '{}'::text[],
  reason text not null default ''::text,
  constraint flow_deputy_key PRIMARY KEY (id),
  constraint flow_deputy_deputy FOREIGN KEY (deputy) REFERENCES directory_person(id),
  constraint flow_deputy_principal FOREIGN KEY (principal) REFERENCES directory_person(id),
  constraint flow_deputy_other CHECK ((principal <> deputy)),
  constraint flow_deputy_window CHECK ((begins_at < ends_at))
);
CREATE INDEX flow_deputy_by ON flow_deputy USING btree (principal, ends_at);
CREATE INDEX flow_deputy_of ON flow_deputy USING btree (deputy, ends_at);

create table flow_desk (
  name text not null,
  unit_id uuid not null,
  constraint flow_desk_key PRIMARY KEY (name),
  constraint flow_desk_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id)
);

create table flow_log (
  case_id uuid not null,
  number integer not null,
  code text not null,
  actor uuid,
  on_behalf_of uuid,
  at timestamp with time zone not null,
  node text,
  target text,
  people uuid[] not null,
  opinion text not null,
  constraint flow_log_key PRIMARY KEY (case_id, number),
  constraint flow_log_case FOREIGN KEY (case_id) REFERENCES flow_case(id)
);

create table flow_task (
  case_id uuid not null,
  number integer not null,
  kind text not null,
  state text not null,
  token integer,
  node text not null,
  round integer not null,
  assignee uuid not null,
  turn integer not null,
  parent integer,
  together text not null,
  added_by uuid,
  version integer not null,
  opened_at timestamp with time zone,
  due_at timestamp with time zone,
  expired boolean not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  closed_by integer,
  constraint flow_task_key PRIMARY KEY (case_id, number),
  constraint flow_task_assignee FOREIGN KEY (assignee) REFERENCES directory_person(id),
  constraint flow_task_case FOREIGN KEY (case_id) REFERENCES flow_case(id)
);
CREATE INDEX flow_task_copied ON flow_task USING btree (assignee) WHERE (kind = 'copied'::text);
CREATE INDEX flow_task_decided ON flow_task USING btree (decided_by, decided_at DESC) WHERE (decided_by IS NOT NULL);
CREATE INDEX flow_task_due ON flow_task USING btree (due_at) WHERE ((state = ANY (ARRAY['open'::text, 'asking'::text])) AND (NOT expired) AND (due_at IS NOT NULL));
CREATE INDEX flow_task_waiting ON flow_task USING btree (assignee, kind) WHERE (state = ANY (ARRAY['open'::text, 'asking'::text]));

create table flow_token (
  case_id uuid not null,
  number integer not null,
  node text not null,
  round integer not null,
  waiting_branch integer,
  resume text[] not null,
  cause jsonb,
  constraint flow_token_key PRIMARY KEY (case_id, number),
  constraint flow_token_case FOREIGN KEY (case_id) REFERENCES flow_case(id)
);

create table inbox_address (
  host text not null,
  port integer not null,
  reach text not null,
  constraint inbox_address_key PRIMARY KEY (host, port),
  constraint inbox_address_port CHECK (((port >= 1) AND (port <= 65535))),
  constraint inbox_address_reach CHECK ((reach = ANY (ARRAY['public'::text, 'private'::text, 'this-machine'::text])))
);

create table inbox_channel (
  id uuid not null,
  kind text not null,
  name text not null,
  is_on boolean not null,
  settings jsonb not null,
  secret text not null,
  former_secret text not null,
  unit_id uuid,
  per_minute integer not null,
  worked_at timestamp with time zone,
  failed_at timestamp with time zone,
  problem text not null,
  constraint inbox_channel_name UNIQUE (name),
  constraint inbox_channel_key PRIMARY KEY (id),
  constraint inbox_channel_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint inbox_channel_kind CHECK ((kind = ANY (ARRAY['mail'::text, 'webhook'::text, 'wecom'::text, 'dingtalk'::text, 'feishu'::text]))),
  constraint inbox_channel_rate CHECK (((per_minute >= 1) AND (per_minute <= 600)))
);

create table inbox_delivery (
  id uuid not null,
  message_id uuid not null,
  channel_id uuid not null,
  state text not null,
  not_before timestamp with time zone not null,
  attempts integer not null,
  sending_id uuid,
  sent_at timestamp with time zone,
  problem text not null,
  constraint inbox_delivery_once UNIQUE (message_id, channel_id),
  constraint inbox_delivery_key PRIMARY KEY (id),
  constraint inbox_delivery_channel FOREIGN KEY (channel_id) REFERENCES inbox_channel(id),
  constraint inbox_delivery_message FOREIGN KEY (message_id) REFERENCES inbox_message(id),
  constraint inbox_delivery_sending FOREIGN KEY (sending_id) REFERENCES inbox_sending(id),
  constraint inbox_delivery_state CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'failed'::text])))
);
CREATE INDEX inbox_delivery_of_sending ON inbox_delivery USING btree (sending_id) WHERE (sending_id IS NOT NULL);
CREATE INDEX inbox_delivery_queued ON inbox_delivery USING btree (channel_id, not_before) WHERE (state = 'queued'::text);

create table inbox_message (
  id uuid not null,
  person_id uuid not null,
  code text not null,
  parameters jsonb not null,
  subject_kind text not null,
  subject_id uuid not null,
  made_at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint inbox_message_key PRIMARY KEY (id),
  constraint inbox_message_person FOREIGN KEY (person_id) REFERENCES directory_person(id)
);
CREATE INDEX inbox_message_of ON inbox_message USING btree (person_id, made_at DESC, id DESC);
CREATE INDEX inbox_message_unread ON inbox_message USING btree (person_id) WHERE (read_at IS NULL);

create table inbox_preference (
  person_id uuid not null,
  mail text not null,
  quiet_from text not null,
  quiet_until text not null,
  constraint inbox_preference_key PRIMARY KEY (person_id),
  constraint inbox_preference_person FOREIGN KEY (person_id) REFERENCES directory_person(id)
);

create table inbox_sending (
  id uuid not null,
  channel_id uuid not null,
  planned_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  problem text not null,
  constraint inbox_sending_key PRIMARY KEY (id),
  constraint inbox_sending_channel FOREIGN KEY (channel_id) REFERENCES inbox_channel(id)
);
CREATE INDEX inbox_sending_of ON inbox_sending USING btree (channel_id, planned_at DESC);

create table job (
  id uuid not null,
  name text not null,
  payload jsonb not null,
  key text,
  request_id text not null,
  added_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  attempts integer not null default 0,
  taken_by uuid,
  last_error text,
  failed_at timestamp with time zone,
  constraint job_key_once UNIQUE (key),
  constraint job_key PRIMARY KEY (id),
  constraint job_named CHECK ((name <> ''::text))
);
CREATE INDEX job_by_due ON job USING btree (due_at) WHERE (failed_at IS NULL);
CREATE INDEX job_by_failure ON job USING btree (failed_at) WHERE (failed_at IS NOT NULL);

create table job_schedule (
  name text not null,
  due_at timestamp with time zone not null,
  constraint job_schedule_key PRIMARY KEY (name)
);

create table kept_result (
  actor_id uuid not null,
  key text not null,
  step integer not null,
  request_hash text not null,
  result jsonb not null,
  at timestamp with time zone not null,
  constraint kept_result_key PRIMARY KEY (actor_id, key, step)
);
CREATE INDEX kept_result_by_age ON kept_result USING btree (actor_id, at);

create table ledger_entry (
  id uuid not null,
  at timestamp with time zone not null,
  actor_id uuid,
  did text not null,
  request_id text not null,
  detail jsonb not null,
  written_by xid8 not null default pg_current_xact_id(),
  constraint ledger_entry_key PRIMARY KEY (id),
  constraint ledger_entry_did CHECK ((did <> ''::text))
);
CREATE INDEX ledger_entry_by_actor ON ledger_entry USING btree (actor_id, at DESC, id DESC);
CREATE INDEX ledger_entry_by_time ON ledger_entry USING btree (at DESC, id DESC);

create table ledger_seal (
  number bigint not null,
  entry_id uuid not null,
  sha256 text not null,
  sm3 text not null,
  sealed_at timestamp with time zone not null,
  constraint ledger_seal_once UNIQUE (entry_id),
  constraint ledger_seal_key PRIMARY KEY (number),
  constraint ledger_seal_of_entry FOREIGN KEY (entry_id) REFERENCES ledger_entry(id)
);

create table migration (
  file text not null,
  number integer not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_key PRIMARY KEY (file, number)
);

create table performance_approval (
  form_id uuid not null,
  number integer not null,
  version integer not null,
  sha256 text not null,
  at timestamp with time zone not null,
  person_id uuid not null,
  constraint performance_approval_key PRIMARY KEY (form_id, number),
  constraint performance_approval_by FOREIGN KEY (person_id) REFERENCES directory_person(id),
  constraint performance_approval_of FOREIGN KEY (form_id) REFERENCES performance_form(id),
  constraint performance_approval_version FOREIGN KEY (form_id, version) REFERENCES performance_form_version(form_id, version),
  constraint performance_approval_counts CHECK ((number > 0)),
  constraint performance_approval_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

create table performance_archive (
  form_id uuid not null,
  sums_sha256 text not null,
  files integer not null,
  bytes bigint not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  constraint performance_archive_key PRIMARY KEY (form_id),
  constraint performance_archive_by FOREIGN KEY (made_by) REFERENCES directory_person(id),
  constraint performance_archive_of FOREIGN KEY (form_id) REFERENCES performance_form(id)
);

create table performance_archive_file (
  form_id uuid not null,
  path text not null,
  sha256 text not null,
  bytes bigint not null,
  constraint performance_archive_file_key PRIMARY KEY (form_id, path),
  constraint performance_archive_file_of FOREIGN KEY (form_id) REFERENCES performance_archive(form_id)
);

create table performance_form (
  id uuid not null,
  project_id uuid not null,
  stage text not null,
  year integer not null,
  template text not null,
  edition text not null,
  version integer not null,
  content jsonb not null,
  indicators integer not null,
  document_id uuid,
  saved_at timestamp with time zone not null,
  saved_by uuid not null,
  constraint performance_form_once UNIQUE (project_id, stage, year),
  constraint performance_form_key PRIMARY KEY (id),
  constraint performance_form_by FOREIGN KEY (saved_by) REFERENCES directory_person(id),
  constraint performance_form_document FOREIGN KEY (document_id) REFERENCES documents_document(id),
  constraint performance_form_project FOREIGN KEY (project_id) REFERENCES performance_project(id),
  constraint performance_form_stage CHECK ((stage = ANY (ARRAY['declaration'::text, 'review'::text, 'revision'::text, 'monitoring'::text, 'self-evaluation'::text]))),
  constraint performance_form_version_counts CHECK ((version > 0)),
  constraint performance_form_year CHECK (((year >= 1990) AND (year <= 2100)))
);
CREATE INDEX performance_form_of_year ON performance_form USING btree (year, project_id);

create table performance_form_version (
  form_id uuid not null,
  version integer not null,
  edits jsonb not null,
  cells integer not null,
  content jsonb not null,
  saved_at timestamp with time zone not null,
  saved_by uuid not null,
  constraint performance_form_version_key PRIMARY KEY (form_id, version),
  constraint performance_form_version_by FOREIGN KEY (saved_by) REFERENCES directory_person(id),
  constraint performance_form_version_of FOREIGN KEY (form_id) REFERENCES performance_form(id)
);

create table performance_indicator_name (
  form_id uuid not null,
  position integer not null,
  name text not null,
  folded text not null,
  pairs text[] not null,
  constraint performance_indicator_name_key PRIMARY KEY (form_id, "position"),
  constraint performance_indicator_name_of FOREIGN KEY (form_id) REFERENCES performance_form(id)
);
CREATE INDEX performance_indicator_name_folded ON performance_indicator_name USING btree (folded);
CREATE INDEX performance_indicator_name_found ON performance_indicator_name USING gin (pairs);

create table performance_library_entry (
  id uuid not null,
  entry jsonb not null,
  added_at timestamp with time zone not null,
  added_by uuid not null,
  constraint performance_library_entry_key PRIMARY KEY (id),
  constraint performance_library_entry_by FOREIGN KEY (added_by) REFERENCES directory_person(id)
);

create table performance_library_retirement (
  entry_id text not null,
  reason text not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  constraint performance_library_retirement_key PRIMARY KEY (entry_id),
  constraint performance_library_retirement_by FOREIGN KEY (by_id) REFERENCES directory_person(id)
);

create table performance_life (
  form_id uuid not null,
  state text not null,
  moved_at timestamp with time zone not null,
  constraint performance_life_key PRIMARY KEY (form_id),
  constraint performance_life_of FOREIGN KEY (form_id) REFERENCES performance_form(id),
  constraint performance_life_state CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'in-review'::text, 'returned'::text, 'rejected'::text, 'approved'::text, 'revised'::text, 'monitored'::text, 'self-evaluated'::text, 're-evaluated'::text, 'archived'::text])))
);
CREATE INDEX performance_life_in_state ON performance_life USING btree (state, form_id);

create table performance_life_step (
  form_id uuid not null,
  number integer not null,
  deed text not null,
  state text not null,
  version integer not null,
  sha256 text not null,
  desk text not null,
  opinion text not null,
  at timestamp with time zone not null,
  person_id uuid not null,
  constraint performance_life_step_key PRIMARY KEY (form_id, number),
  constraint performance_life_step_by FOREIGN KEY (person_id) REFERENCES directory_person(id),
  constraint performance_life_step_of FOREIGN KEY (form_id) REFERENCES performance_form(id),
  constraint performance_life_step_counts CHECK ((number > 0)),
  constraint performance_life_step_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

create table performance_money_entry (
  id uuid not null,
  project_id uuid not null,
  year integer not null,
  kind text not null,
  source text not null,
  amount numeric not null,
  decided_on date not null,
  reason text not null,
  document_id uuid,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  constraint performance_money_entry_key PRIMARY KEY (id),
  constraint performance_money_entry_by FOREIGN KEY (made_by) REFERENCES directory_person(id),
  constraint performance_money_entry_document FOREIGN KEY (document_id) REFERENCES documents_document(id),
  constraint performance_money_entry_project FOREIGN KEY (project_id) REFERENCES performance_project(id),
  constraint performance_money_entry_kind CHECK ((kind = ANY (ARRAY['initial'::text, 'adjustment'::text, 'appropriation'::text]))),
  constraint performance_money_entry_source CHECK ((source = ANY (ARRAY['upper'::text, 'own'::text, 'lower'::text, 'carried-over'::text, 'other'::text]))),
  constraint performance_money_entry_year CHECK (((year >= 1990) AND (year <= 2100)))
);
CREATE INDEX performance_money_entry_of_year ON performance_money_entry USING btree (project_id, year);

create table performance_monitoring (
  form_id uuid not null,
  month integer not null,
  state text not null,
  base_version integer not null,
  rows jsonb not null,
  answers jsonb,
  executed numeric not null,
  budget numeric,
  rule_pack text not null,
  light text,
  saved_at timestamp with time zone not null,
  saved_by uuid not null,
  constraint performance_monitoring_key PRIMARY KEY (form_id, month),
  constraint performance_monitoring_base FOREIGN KEY (form_id, base_version) REFERENCES performance_form_version(form_id, version),
  constraint performance_monitoring_by FOREIGN KEY (saved_by) REFERENCES directory_person(id),
  constraint performance_monitoring_of FOREIGN KEY (form_id) REFERENCES performance_form(id),
  constraint performance_monitoring_light CHECK ((light = ANY (ARRAY['red'::text, 'yellow'::text, 'green'::text, 'blue'::text]))),
  constraint performance_monitoring_month CHECK (((month >= 1) AND (month <= 12))),
  constraint performance_monitoring_state CHECK ((state = ANY (ARRAY['draft'::text, 'reported'::text])))
);

create table performance_override (
  form_id uuid not null,
  position integer not null,
  field text not null,
  value text not null,
  reason text not null,
  document_id uuid not null,
  person_id uuid not null,
  at timestamp with time zone not null,
  constraint performance_override_key PRIMARY KEY (form_id, "position", field),
  constraint performance_override_by FOREIGN KEY (person_id) REFERENCES directory_person(id),
  constraint performance_override_document FOREIGN KEY (document_id) REFERENCES documents_document(id),
  constraint performance_override_of FOREIGN KEY (form_id) REFERENCES performance_self_evaluation(form_id),
  constraint performance_override_field CHECK ((field = ANY (ARRAY['actual'::text, 'score'::text]))),
  constraint performance_override_position CHECK (("position" >= 0)),
  constraint performance_override_reasoned CHECK ((reason <> ''::text))
);

create table performance_payment (
  id uuid not null,
  project_id uuid not null,
  list_id uuid not null,
  line integer not null,
  paid_on date not null,
  amount numeric not null,
  voucher text not null,
  payee text not null,
  purpose text not null,
  fingerprint text not null,
  constraint performance_payment_once UNIQUE (project_id, fingerprint),
  constraint performance_payment_key PRIMARY KEY (id),
  constraint performance_payment_of_list FOREIGN KEY (list_id) REFERENCES performance_payment_list(id),
  constraint performance_payment_project FOREIGN KEY (project_id) REFERENCES performance_project(id)
);
CREATE INDEX performance_payment_by_day ON performance_payment USING btree (project_id, paid_on, id);

create table performance_payment_list (
  id uuid not null,
  unit_id uuid not null,
  document_id uuid not null,
  taken integer not null,
  repeated integer not null,
  refused integer not null,
  imported_at timestamp with time zone not null,
  imported_by uuid not null,
  constraint performance_payment_list_key PRIMARY KEY (id),
  constraint performance_payment_list_by FOREIGN KEY (imported_by) REFERENCES directory_person(id),
  constraint performance_payment_list_document FOREIGN KEY (document_id) REFERENCES documents_document(id),
  constraint performance_payment_list_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id)
);

create table performance_payment_mapping (
  unit_id uuid not null,
  mapping jsonb not null,
  saved_at timestamp with time zone not null,
  saved_by uuid not null,
  constraint performance_payment_mapping_key PRIMARY KEY (unit_id),
  constraint performance_payment_mapping_by FOREIGN KEY (saved_by) REFERENCES directory_person(id),
  constraint performance_payment_mapping_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id)
);

create table performance_plan_curve (
  form_id uuid not null,
  indicator text not null,
  curve jsonb not null,
  saved_at timestamp with time zone not null,
  saved_by uuid not null,
  constraint performance_plan_curve_key PRIMARY KEY (form_id, indicator),
  constraint performance_plan_curve_by FOREIGN KEY (saved_by) REFERENCES directory_person(id),
  constraint performance_plan_curve_of FOREIGN KEY (form_id) REFERENCES performance_form(id)
);

create table performance_project (
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  made_at timestamp with time zone not null,
  folded text not null,
  pairs text[] not null,
  constraint performance_project_once UNIQUE (unit_id, name),
  constraint performance_project_key PRIMARY KEY (id),
  constraint performance_project_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint performance_project_named CHECK (((name <> ''::text) AND (length(name) <= 200)))
);
CREATE INDEX performance_project_found ON performance_project USING gin (pairs);

create table performance_re_evaluation (
  id uuid not null,
  form_id uuid not null,
  kind text not null,
  rows jsonb not null,
  experts jsonb not null,
  opinion text not null,
  total numeric not null,
  grade text,
  done_at timestamp with time zone not null,
  done_by uuid not null,
  constraint performance_re_evaluation_key PRIMARY KEY (id),
  constraint performance_re_evaluation_by FOREIGN KEY (done_by) REFERENCES directory_person(id),
  constraint performance_re_evaluation_of FOREIGN KEY (form_id) REFERENCES performance_self_evaluation(form_id),
  constraint performance_re_evaluation_kind CHECK ((kind = ANY (ARRAY['re-score'::text, 'key'::text])))
);
CREATE INDEX performance_re_evaluation_of_form ON performance_re_evaluation USING btree (form_id, done_at);

create table performance_rectification (
  id uuid not null,
  form_id uuid not null,
  origin text not null,
  month integer,
  remedy text not null,
  demand text not null,
  due_on date not null,
  state text not null,
  answer text not null default ''::text,
  document_ids uuid[] not null default '{}'::uuid[],
  answered_at timestamp with time zone,
  answered_by uuid,
  closed_at timestamp with time zone,
  closed_by uuid,
  issued_at timestamp with time zone not null,
  issued_by uuid not null,
  constraint performance_rectification_key PRIMARY KEY (id),
  constraint performance_rectification_answered_by FOREIGN KEY (answered_by) REFERENCES directory_person(id),
  constraint performance_rectification_closed_by FOREIGN KEY (closed_by) REFERENCES directory_person(id),
  constraint performance_rectification_issued_by FOREIGN KEY (issued_by) REFERENCES directory_person(id),
  constraint performance_rectification_of FOREIGN KEY (form_id) REFERENCES performance_form(id),
  constraint performance_rectification_demands CHECK ((demand <> ''::text)),
  constraint performance_rectification_month CHECK (((month >= 1) AND (month <= 12))),
  constraint performance_rectification_origin CHECK ((origin = ANY (ARRAY['monitoring'::text, 're-evaluation'::text]))),
  constraint performance_rectification_remedy CHECK ((remedy = ANY (ARRAY['remind'::text, 'correct'::text, 'hold-payment'::text]))),
  constraint performance_rectification_state CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'closed'::text])))
);
CREATE INDEX performance_rectification_of_form ON performance_rectification USING btree (form_id, issued_at);

create table performance_revision (
  id uuid not null,
  form_id uuid not null,
  number integer not null,
  base_version integer not null,
  state text not null,
  rows jsonb not null,
  weights jsonb,
  budget_decision jsonb,
  gate jsonb not null,
  steps jsonb not null,
  filed_at timestamp with time zone not null,
  filed_by uuid not null,
  constraint performance_revision_once UNIQUE (form_id, number),
  constraint performance_revision_key PRIMARY KEY (id),
  constraint performance_revision_base FOREIGN KEY (form_id, base_version) REFERENCES performance_form_version(form_id, version),
  constraint performance_revision_by FOREIGN KEY (filed_by) REFERENCES directory_person(id),
  constraint performance_revision_of FOREIGN KEY (form_id) REFERENCES performance_form(id),
  constraint performance_revision_counts CHECK ((number > 0)),
  constraint performance_revision_state CHECK ((state = ANY (ARRAY['submitted'::text, 'in-review'::text, 'returned'::text, 'approved'::text, 'rejected'::text])))
);
CREATE UNIQUE INDEX performance_revision_pending ON performance_revision USING btree (form_id) WHERE (state = ANY (ARRAY['submitted'::text, 'in-review'::text, 'returned'::text]));

create table performance_sample (
  id uuid not null,
  unit_id uuid not null,
  year integer not null,
  seed text not null,
  rules jsonb not null,
  frame jsonb not null,
  drawn_at timestamp with time zone not null,
  drawn_by uuid not null,
  constraint performance_sample_once UNIQUE (unit_id, year, seed),
  constraint performance_sample_key PRIMARY KEY (id),
  constraint performance_sample_by FOREIGN KEY (drawn_by) REFERENCES directory_person(id),
  constraint performance_sample_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint performance_sample_seeded CHECK ((seed <> ''::text)),
  constraint performance_sample_year CHECK (((year >= 1990) AND (year <= 2100)))
);

create table performance_sample_item (
  sample_id uuid not null,
  form_id uuid not null,
  stratum integer not null,
  why text not null,
  lot text not null,
  constraint performance_sample_item_key PRIMARY KEY (sample_id, form_id),
  constraint performance_sample_item_form FOREIGN KEY (form_id) REFERENCES performance_self_evaluation(form_id),
  constraint performance_sample_item_of FOREIGN KEY (sample_id) REFERENCES performance_sample(id),
  constraint performance_sample_item_why CHECK ((why = ANY (ARRAY['certain'::text, 'lot'::text, 'unit'::text])))
);

create table performance_secret_row (
  form_id uuid not null,
  indicator text not null,
  reason text not null,
  set_at timestamp with time zone not null,
  set_by uuid not null,
  constraint performance_secret_row_key PRIMARY KEY (form_id, indicator),
  constraint performance_secret_row_by FOREIGN KEY (set_by) REFERENCES directory_person(id),
  constraint performance_secret_row_of FOREIGN KEY (form_id) REFERENCES performance_form(id)
);

create table performance_self_evaluation (
  form_id uuid not null,
  declaration_id uuid not null,
  base_version integer not null,
  state text not null,
  statement text not null,
  evaluation jsonb,
  total numeric,
  grade text,
  version integer,
  sha256 text,
  handed_in_at timestamp with time zone,
  handed_in_by uuid,
  constraint performance_self_evaluation_once UNIQUE (declaration_id),
  constraint performance_self_evaluation_key PRIMARY KEY (form_id),
  constraint performance_self_evaluation_by FOREIGN KEY (handed_in_by) REFERENCES directory_person(id),
  constraint performance_self_evaluation_declaration FOREIGN KEY (declaration_id) REFERENCES performance_form(id),
  constraint performance_self_evaluation_form FOREIGN KEY (form_id) REFERENCES performance_form(id),
  constraint performance_self_evaluation_state CHECK ((state = ANY (ARRAY['draft'::text, 'handed-in'::text])))
);
