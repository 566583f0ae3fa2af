create table assets_asset (
  id uuid not null,
  unit_id uuid not null,
  project_id uuid,
  room_id uuid,
  number text not null,
  name text not null,
  category text not null,
  model text not null,
  serial text not null,
  price numeric,
  keeper text not null,
  state text not null,
  state_since date not null,
  delivered_on date,
  entered_on date not null,
  warranty_until date,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint assets_asset_once UNIQUE (unit_id, number),
  constraint assets_asset_key PRIMARY KEY (id),
  constraint assets_asset_by FOREIGN KEY (recorded_by) REFERENCES directory_person(id),
  constraint assets_asset_project FOREIGN KEY (project_id) REFERENCES performance_project(id),
  constraint assets_asset_room FOREIGN KEY (room_id) REFERENCES assets_room(id),
  constraint assets_asset_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint assets_asset_category CHECK ((category = ANY (ARRAY['network'::text, 'server'::text, 'security'::text, 'endpoint'::text, 'room-facility'::text, 'audio-video'::text, 'software'::text, 'other'::text]))),
  constraint assets_asset_name CHECK ((name <> ''::text)),
  constraint assets_asset_number CHECK ((number <> ''::text)),
  constraint assets_asset_state CHECK ((state = ANY (ARRAY['in-use'::text, 'in-store'::text, 'repair'::text, 'lost'::text, 'scrapped'::text])))
);
CREATE INDEX assets_asset_by_number ON assets_asset USING btree (number, id);

create table assets_count (
  stocktake_id uuid not null,
  asset_id uuid not null,
  expected_room_id uuid,
  found_room_id uuid,
  counted_at timestamp with time zone,
  counted_by uuid,
  constraint assets_count_key PRIMARY KEY (stocktake_id, asset_id),
  constraint assets_count_asset FOREIGN KEY (asset_id) REFERENCES assets_asset(id),
  constraint assets_count_by FOREIGN KEY (counted_by) REFERENCES directory_person(id),
  constraint assets_count_expected FOREIGN KEY (expected_room_id) REFERENCES assets_room(id),
  constraint assets_count_found FOREIGN KEY (found_room_id) REFERENCES assets_room(id),
  constraint assets_count_stocktake FOREIGN KEY (stocktake_id) REFERENCES assets_stocktake(id),
  constraint assets_count_counted CHECK (((counted_at IS NULL) = (counted_by IS NULL)))
);

create table assets_event (
  id uuid not null,
  asset_id uuid not null,
  happened_on date not null,
  state text not null,
  room_id uuid,
  keeper text not null,
  note text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint assets_event_key PRIMARY KEY (id),
  constraint assets_event_by FOREIGN KEY (recorded_by) REFERENCES directory_person(id),
  constraint assets_event_of FOREIGN KEY (asset_id) REFERENCES assets_asset(id),
  constraint assets_event_room FOREIGN KEY (room_id) REFERENCES assets_room(id)
);
CREATE INDEX assets_event_of_asset ON assets_event USING btree (asset_id, happened_on, id);

create table assets_room (
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  is_store boolean not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  constraint assets_room_once UNIQUE (unit_id, name),
  constraint assets_room_key PRIMARY KEY (id),
  constraint assets_room_by FOREIGN KEY (made_by) REFERENCES directory_person(id),
  constraint assets_room_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint assets_room_name CHECK ((name <> ''::text))
);

create table assets_stock_count (
  id uuid not null,
  unit_id uuid not null,
  room_id uuid,
  counted_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint assets_stock_count_key PRIMARY KEY (id),
  constraint assets_stock_count_by FOREIGN KEY (recorded_by) REFERENCES directory_person(id),
  constraint assets_stock_count_room FOREIGN KEY (room_id) REFERENCES assets_room(id),
  constraint assets_stock_count_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id)
);

create table assets_stock_counted (
  count_id uuid not null,
  item_id uuid not null,
  expected numeric not null,
  found numeric not null,
  constraint assets_stock_counted_key PRIMARY KEY (count_id, item_id),
  constraint assets_stock_counted_count FOREIGN KEY (count_id) REFERENCES assets_stock_count(id),
  constraint assets_stock_counted_item FOREIGN KEY (item_id) REFERENCES assets_stock_item(id),
  constraint assets_stock_counted_found CHECK ((found >= (0)::numeric))
);

create table assets_stock_item (
  id uuid not null,
  unit_id uuid not null,
  room_id uuid,
  code text not null,
  name text not null,
  model text not null,
  unit_word text not null,
  minimum numeric not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint assets_stock_item_once UNIQUE (unit_id, code),
  constraint assets_stock_item_key PRIMARY KEY (id),
  constraint assets_stock_item_by FOREIGN KEY (recorded_by) REFERENCES directory_person(id),
  constraint assets_stock_item_room FOREIGN KEY (room_id) REFERENCES assets_room(id),
  constraint assets_stock_item_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint assets_stock_item_code CHECK ((code <> ''::text)),
  constraint assets_stock_item_minimum CHECK ((minimum >= (0)::numeric)),
  constraint assets_stock_item_name CHECK ((name <> ''::text)),
  constraint assets_stock_item_unit_word CHECK ((unit_word <> ''::text))
);
CREATE INDEX assets_stock_item_by_code ON assets_stock_item USING btree (code, id);

create table assets_stock_movement (
  id uuid not null,
  item_id uuid not null,
  kind text not null,
  quantity numeric not null,
  happened_on date not null,
  receiver text not null,
  note text not null,
  delivery_id uuid,
  ticket_id uuid,
  work_order_id uuid,
  asset_id uuid,
  corrects_id uuid,
  count_id uuid,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint assets_stock_movement_corrected_once UNIQUE (corrects_id),
  constraint assets_stock_movement_key PRIMARY KEY (id),
  constraint assets_stock_movement_asset FOREIGN KEY (asset_id) REFERENCES assets_asset(id),
  constraint assets_stock_movement_by FOREIGN KEY (recorded_by) REFERENCES directory_person(id),
  constraint assets_stock_movement_corrects FOREIGN KEY (corrects_id) REFERENCES assets_stock_movement(id),
  constraint assets_stock_movement_count FOREIGN KEY (count_id) REFERENCES assets_stock_count(id),
  constraint assets_stock_movement_delivery FOREIGN KEY (delivery_id) REFERENCES contracts_delivery(id),
  constraint assets_stock_movement_item FOREIGN KEY (item_id) REFERENCES assets_stock_item(id),
  constraint assets_stock_movement_order FOREIGN KEY (work_order_id) REFERENCES desk_work_order(id),
  constraint assets_stock_movement_ticket FOREIGN KEY (ticket_id) REFERENCES desk_ticket(id),
  constraint assets_stock_movement_correction CHECK (((kind = 'correction'::text) = (corrects_id IS NOT NULL))),
  constraint assets_stock_movement_counted CHECK (((kind = 'count'::text) = (count_id IS NOT NULL))),
  constraint assets_stock_movement_delivered CHECK (((delivery_id IS NULL) OR (kind = 'entry'::text))),
  constraint assets_stock_movement_kind CHECK ((kind = ANY (ARRAY['entry'::text, 'issue'::text, 'return'::text, 'correction'::text, 'count'::text]))),
  constraint assets_stock_movement_quantity CHECK ((quantity <> (0)::numeric)),
  constraint assets_stock_movement_reason CHECK (((kind <> ALL (ARRAY['correction'::text, 'count'::text])) OR (note <> ''::text))),
  constraint assets_stock_movement_sign CHECK (
CASE kind
    WHEN 'issue'::text THEN (quantity < (0)::numeric)
    WHEN 'entry'::text THEN (quantity > (0)::numeric)
    WHEN 'return'::text THEN (quantity > (0)::numeric)
    ELSE true
END)
);
CREATE INDEX assets_stock_movement_of_delivery ON assets_stock_movement USING btree (delivery_id) WHERE (delivery_id IS NOT NULL);
CREATE INDEX assets_stock_movement_of_item ON assets_stock_movement USING btree (item_id, happened_on, id);
CREATE INDEX assets_stock_movement_of_order ON assets_stock_movement USING btree (work_order_id) WHERE (work_order_id IS NOT NULL);

create table assets_stocktake (
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  opened_on date not null,
  closed_on date,
  opened_at timestamp with time zone not null,
  opened_by uuid not null,
  closed_at timestamp with time zone,
  closed_by uuid,
  constraint assets_stocktake_key PRIMARY KEY (id),
  constraint assets_stocktake_by FOREIGN KEY (opened_by) REFERENCES directory_person(id),
  constraint assets_stocktake_closed_by FOREIGN KEY (closed_by) REFERENCES directory_person(id),
  constraint assets_stocktake_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id)
);

create table assets_storage_check (
  id uuid not null,
  room_id uuid not null,
  checked_on date not null,
  items integer not null,
  passed integer not null,
  note text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint assets_storage_check_key PRIMARY KEY (id),
  constraint assets_storage_check_by FOREIGN KEY (recorded_by) REFERENCES directory_person(id),
  constraint assets_storage_check_room FOREIGN KEY (room_id) REFERENCES assets_room(id),
  constraint assets_storage_check_counts CHECK (((passed >= 0) AND (passed <= items))),
  constraint assets_storage_check_items CHECK ((items > 0))
);

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

create table contracts_acceptance (
  id uuid not null,
  contract_id uuid not null,
  milestone_id uuid,
  name text not null,
  accepted_on date not null,
  passed boolean not null,
  signed_by text not null,
  document_id uuid,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint contracts_acceptance_key PRIMARY KEY (id),
  constraint contracts_acceptance_by FOREIGN KEY (recorded_by) REFERENCES directory_person(id),
  constraint contracts_acceptance_contract FOREIGN KEY (contract_id) REFERENCES contracts_contract(id),
  constraint contracts_acceptance_document FOREIGN KEY (document_id) REFERENCES documents_document(id),
  constraint contracts_acceptance_milestone FOREIGN KEY (milestone_id) REFERENCES contracts_milestone(id)
);
CREATE INDEX contracts_acceptance_of ON contracts_acceptance USING btree (contract_id);

create table contracts_acceptance_item (
  acceptance_id uuid not null,
  position integer not null,
  kind text not null,
  item text not null,
  required text not null,
  measured text not null,
  passed boolean not null,
  judged text not null,
  constraint contracts_acceptance_item_key PRIMARY KEY (acceptance_id, "position"),
  constraint contracts_acceptance_item_of FOREIGN KEY (acceptance_id) REFERENCES contracts_acceptance(id),
  constraint contracts_acceptance_item_judged CHECK ((judged = ANY (ARRAY['figures'::text, 'people'::text]))),
  constraint contracts_acceptance_item_kind CHECK ((kind = ANY (ARRAY['quality'::text, 'requirement'::text])))
);

create table contracts_appraisal (
  id uuid not null,
  contract_id uuid not null,
  year integer not null,
  held_on date not null,
  points numeric not null,
  score numeric not null,
  passed boolean not null,
  opinion text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint contracts_appraisal_once UNIQUE (contract_id, year),
  constraint contracts_appraisal_key PRIMARY KEY (id),
  constraint contracts_appraisal_by FOREIGN KEY (recorded_by) REFERENCES directory_person(id),
  constraint contracts_appraisal_contract FOREIGN KEY (contract_id) REFERENCES contracts_contract(id)
);

create table contracts_change (
  id uuid not null,
  contract_id uuid not null,
  number integer not null,
  what text not null,
  reason text not null,
  amount_delta numeric not null,
  ends_on date,
  asked_on date not null,
  carried_out_on date,
  asked_at timestamp with time zone not null,
  asked_by uuid not null,
  verdict text,
  opinion text,
  judged_at timestamp with time zone,
  judged_by uuid,
  constraint contracts_change_once UNIQUE (contract_id, number),
  constraint contracts_change_key PRIMARY KEY (id),
  constraint contracts_change_asked_by FOREIGN KEY (asked_by) REFERENCES directory_person(id),
  constraint contracts_change_contract FOREIGN KEY (contract_id) REFERENCES contracts_contract(id),
  constraint contracts_change_judged_by FOREIGN KEY (judged_by) REFERENCES directory_person(id),
  constraint contracts_change_second_person CHECK (((judged_by IS NULL) OR (judged_by <> asked_by))),
  constraint contracts_change_verdict CHECK ((verdict = ANY (ARRAY['approved'::text, 'rejected'::text])))
);

create table contracts_contract (
  id uuid not null,
  unit_id uuid not null,
  project_id uuid not null,
  vendor_id uuid not null,
  supervisor_id uuid,
  number text not null,
  name text not null,
  method text not null,
  term_year integer not null,
  term_years integer not null,
  amount numeric not null,
  signed_on date not null,
  starts_on date not null,
  ends_on date not null,
  pass_mark numeric not null,
  point_value numeric not null,
  settled_on date,
  settled_amount numeric,
  settled_at timestamp with time zone,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  constraint contracts_contract_once UNIQUE (unit_id, number),
  constraint contracts_contract_key PRIMARY KEY (id),
  constraint contracts_contract_by FOREIGN KEY (made_by) REFERENCES directory_person(id),
  constraint contracts_contract_project FOREIGN KEY (project_id) REFERENCES performance_project(id),
  constraint contracts_contract_supervisor FOREIGN KEY (supervisor_id) REFERENCES contracts_vendor(id),
  constraint contracts_contract_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint contracts_contract_vendor FOREIGN KEY (vendor_id) REFERENCES contracts_vendor(id),
  constraint contracts_contract_amount CHECK ((amount > (0)::numeric)),
  constraint contracts_contract_method CHECK ((method = ANY (ARRAY['open-tender'::text, 'invited-tender'::text, 'negotiation'::text, 'consultation'::text, 'inquiry'::text, 'single-source'::text, 'below-limit'::text]))),
  constraint contracts_contract_name CHECK ((name <> ''::text)),
  constraint contracts_contract_number CHECK ((number <> ''::text)),
  constraint contracts_contract_point CHECK ((point_value >= (0)::numeric)),
  constraint contracts_contract_settled CHECK ((((settled_on IS NULL) = (settled_amount IS NULL)) AND ((settled_on IS NULL) = (settled_at IS NULL)))),
  constraint contracts_contract_span CHECK ((ends_on >= starts_on)),
  constraint contracts_contract_years CHECK (((term_year >= 1) AND (term_year <= term_years)))
);
CREATE INDEX contracts_contract_of_project ON contracts_contract USING btree (project_id);

create table contracts_deduction (
  id uuid not null,
  contract_id uuid not null,
  year integer not null,
  month integer,
  term_id uuid,
  points numeric not null,
  reason text not null,
  reading jsonb,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint contracts_deduction_key PRIMARY KEY (id),
  constraint contracts_deduction_by FOREIGN KEY (recorded_by) REFERENCES directory_person(id),
  constraint contracts_deduction_contract FOREIGN KEY (contract_id) REFERENCES contracts_contract(id),
  constraint contracts_deduction_term FOREIGN KEY (term_id) REFERENCES contracts_term(id)
);
CREATE INDEX contracts_deduction_of ON contracts_deduction USING btree (contract_id, year);
CREATE UNIQUE INDEX contracts_deduction_once ON contracts_deduction USING btree (term_id, year, month) WHERE (term_id IS NOT NULL);

create table contracts_delivery (
  id uuid not null,
  purchase_id uuid not null,
  delivered_on date not null,
  quantity numeric not null,
  note_number text not null,
  document_id uuid,
  installed_on date,
  installed_at text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint contracts_delivery_key PRIMARY KEY (id),
  constraint contracts_delivery_by FOREIGN KEY (recorded_by) REFERENCES directory_person(id),
  constraint contracts_delivery_document FOREIGN KEY (document_id) REFERENCES documents_document(id),
  constraint contracts_delivery_purchase FOREIGN KEY (purchase_id) REFERENCES contracts_purchase(id),
  constraint contracts_delivery_quantity CHECK ((quantity > (0)::numeric))
);
CREATE INDEX contracts_delivery_of ON contracts_delivery USING btree (purchase_id);

create table contracts_instalment (
  id uuid not null,
  contract_id uuid not null,
  position integer not null,
  name text not null,
  amount numeric not null,
  due_on date not null,
  milestone_id uuid,
  needs_acceptance boolean not null,
  appraisal_year integer,
  constraint contracts_instalment_once UNIQUE (contract_id, "position"),
  constraint contracts_instalment_key PRIMARY KEY (id),
  constraint contracts_instalment_contract FOREIGN KEY (contract_id) REFERENCES contracts_contract(id),
  constraint contracts_instalment_milestone FOREIGN KEY (milestone_id) REFERENCES contracts_milestone(id),
  constraint contracts_instalment_amount CHECK ((amount > (0)::numeric))
);

create table contracts_licence (
  id uuid not null,
  vendor_id uuid not null,
  holder text not null,
  name text not null,
  number text not null,
  valid_from date not null,
  valid_until date,
  document_id uuid,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  constraint contracts_licence_key PRIMARY KEY (id),
  constraint contracts_licence_by FOREIGN KEY (made_by) REFERENCES directory_person(id),
  constraint contracts_licence_document FOREIGN KEY (document_id) REFERENCES documents_document(id),
  constraint contracts_licence_vendor FOREIGN KEY (vendor_id) REFERENCES contracts_vendor(id),
  constraint contracts_licence_name CHECK ((name <> ''::text)),
  constraint contracts_licence_span CHECK (((valid_until IS NULL) OR (valid_until >= valid_from)))
);
CREATE INDEX contracts_licence_of ON contracts_licence USING btree (vendor_id);

create table contracts_milestone (
  id uuid not null,
  contract_id uuid not null,
  position integer not null,
  name text not null,
  due_on date not null,
  done_on date,
  note text not null,
  document_id uuid,
  recorded_at timestamp with time zone,
  recorded_by uuid,
  constraint contracts_milestone_once UNIQUE (contract_id, "position"),
  constraint contracts_milestone_key PRIMARY KEY (id),
  constraint contracts_milestone_by FOREIGN KEY (recorded_by) REFERENCES directory_person(id),
  constraint contracts_milestone_contract FOREIGN KEY (contract_id) REFERENCES contracts_contract(id),
  constraint contracts_milestone_document FOREIGN KEY (document_id) REFERENCES documents_document(id),
  constraint contracts_milestone_done CHECK ((((done_on IS NULL) = (recorded_at IS NULL)) AND ((done_on IS NULL) = (recorded_by IS NULL))))
);

create table contracts_payment (
  payment_id uuid not null,
  instalment_id uuid not null,
  open_gates jsonb not null,
  settled_at timestamp with time zone not null,
  settled_by uuid,
  constraint contracts_payment_key PRIMARY KEY (payment_id),
  constraint contracts_payment_by FOREIGN KEY (settled_by) REFERENCES directory_person(id),
  constraint contracts_payment_is FOREIGN KEY (payment_id) REFERENCES performance_payment(id),
  constraint contracts_payment_of FOREIGN KEY (instalment_id) REFERENCES contracts_instalment(id)
);
CREATE INDEX contracts_payment_of_instalment ON contracts_payment USING btree (instalment_id);

create table contracts_purchase (
  id uuid not null,
  unit_id uuid not null,
  project_id uuid not null,
  contract_id uuid,
  year integer not null,
  item text not null,
  quantity numeric not null,
  unit_word text not null,
  estimate numeric not null,
  method text not null,
  due_on date not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  constraint contracts_purchase_key PRIMARY KEY (id),
  constraint contracts_purchase_by FOREIGN KEY (made_by) REFERENCES directory_person(id),
  constraint contracts_purchase_contract FOREIGN KEY (contract_id) REFERENCES contracts_contract(id),
  constraint contracts_purchase_project FOREIGN KEY (project_id) REFERENCES performance_project(id),
  constraint contracts_purchase_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint contracts_purchase_estimate CHECK ((estimate >= (0)::numeric)),
  constraint contracts_purchase_item CHECK ((item <> ''::text)),
  constraint contracts_purchase_method CHECK ((method = ANY (ARRAY['open-tender'::text, 'invited-tender'::text, 'negotiation'::text, 'consultation'::text, 'inquiry'::text, 'single-source'::text, 'below-limit'::text]))),
  constraint contracts_purchase_quantity CHECK ((quantity > (0)::numeric))
);
CREATE INDEX contracts_purchase_of_year ON contracts_purchase USING btree (year, unit_id);

create table contracts_supervision (
  id uuid not null,
  contract_id uuid not null,
  kind text not null,
  day date not null,
  what text not null,
  answer_due_on date,
  answer text,
  answered_at timestamp with time zone,
  answered_by uuid,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint contracts_supervision_key PRIMARY KEY (id),
  constraint contracts_supervision_answered_by FOREIGN KEY (answered_by) REFERENCES directory_person(id),
  constraint contracts_supervision_by FOREIGN KEY (recorded_by) REFERENCES directory_person(id),
  constraint contracts_supervision_contract FOREIGN KEY (contract_id) REFERENCES contracts_contract(id),
  constraint contracts_supervision_kind CHECK ((kind = ANY (ARRAY['log'::text, 'instruction'::text, 'visa'::text]))),
  constraint contracts_supervision_what CHECK ((what <> ''::text))
);
CREATE INDEX contracts_supervision_of ON contracts_supervision USING btree (contract_id, day);

create table contracts_tender (
  id uuid not null,
  purchase_id uuid not null,
  document_id uuid not null,
  number text not null,
  issued_on date not null,
  opened_on date not null,
  awarded_on date,
  years integer not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint contracts_tender_key PRIMARY KEY (id),
  constraint contracts_tender_by FOREIGN KEY (recorded_by) REFERENCES directory_person(id),
  constraint contracts_tender_document FOREIGN KEY (document_id) REFERENCES documents_document(id),
  constraint contracts_tender_purchase FOREIGN KEY (purchase_id) REFERENCES contracts_purchase(id),
  constraint contracts_tender_days CHECK (((issued_on <= opened_on) AND (opened_on <= awarded_on))),
  constraint contracts_tender_years CHECK (((years >= 1) AND (years <= 10)))
);
CREATE INDEX contracts_tender_of_purchase ON contracts_tender USING btree (purchase_id, id);

create table contracts_term (
  id uuid not null,
  contract_id uuid not null,
  position integer not null,
  name text not null,
  measure text not null,
  params jsonb not null,
  target text not null,
  points numeric not null,
  constraint contracts_term_once UNIQUE (contract_id, "position"),
  constraint contracts_term_key PRIMARY KEY (id),
  constraint contracts_term_contract FOREIGN KEY (contract_id) REFERENCES contracts_contract(id),
  constraint contracts_term_points CHECK ((points >= (0)::numeric))
);

create table contracts_vendor (
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  credit_code text not null,
  contact text not null,
  party_id uuid,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  constraint contracts_vendor_once UNIQUE (unit_id, name),
  constraint contracts_vendor_key PRIMARY KEY (id),
  constraint contracts_vendor_by FOREIGN KEY (made_by) REFERENCES directory_person(id),
  constraint contracts_vendor_party FOREIGN KEY (party_id) REFERENCES directory_unit(id),
  constraint contracts_vendor_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint contracts_vendor_name CHECK ((name <> ''::text))
);

create table desk_article (
  id uuid not null,
  number text not null,
  unit_id uuid not null,
  owner_id uuid not null,
  published_version integer,
  valid_until date not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_because text not null,
  written_at timestamp with time zone not null,
  constraint desk_article_number UNIQUE (number),
  constraint desk_article_key PRIMARY KEY (id),
  constraint desk_article_owner FOREIGN KEY (owner_id) REFERENCES directory_person(id),
  constraint desk_article_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint desk_article_withdrawn_by FOREIGN KEY (withdrawn_by) REFERENCES directory_person(id)
);

create table desk_article_use (
  article_id uuid not null,
  ticket_id uuid not null,
  used_at timestamp with time zone not null,
  used_by uuid not null,
  helped boolean,
  judged_at timestamp with time zone,
  judged_by uuid,
  constraint desk_article_use_key PRIMARY KEY (article_id, ticket_id),
  constraint desk_article_use_article FOREIGN KEY (article_id) REFERENCES desk_article(id),
  constraint desk_article_use_by FOREIGN KEY (used_by) REFERENCES directory_person(id),
  constraint desk_article_use_judged_by FOREIGN KEY (judged_by) REFERENCES directory_person(id),
  constraint desk_article_use_ticket FOREIGN KEY (ticket_id) REFERENCES desk_ticket(id)
);
CREATE INDEX desk_article_use_of_ticket ON desk_article_use USING btree (ticket_id);

create table desk_article_version (
  article_id uuid not null,
  version integer not null,
  title text not null,
  service text not null,
  audience text not null,
  symptoms text not null,
  remedy text not null,
  valid_until date not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  ticket_id uuid,
  problem_id uuid,
  folded text not null,
  pairs text[] not null,
  constraint desk_article_version_key PRIMARY KEY (article_id, version),
  constraint desk_article_version_article FOREIGN KEY (article_id) REFERENCES desk_article(id),
  constraint desk_article_version_confirmed_by FOREIGN KEY (confirmed_by) REFERENCES directory_person(id),
  constraint desk_article_version_problem FOREIGN KEY (problem_id) REFERENCES desk_problem(id),
  constraint desk_article_version_ticket FOREIGN KEY (ticket_id) REFERENCES desk_ticket(id),
  constraint desk_article_version_written_by FOREIGN KEY (written_by) REFERENCES directory_person(id),
  constraint desk_article_second_person CHECK (((confirmed_by IS NULL) OR (confirmed_by <> written_by))),
  constraint desk_article_version_audience CHECK ((audience = ANY (ARRAY['team'::text, 'everybody'::text]))),
  constraint desk_article_version_remedy CHECK ((remedy <> ''::text)),
  constraint desk_article_version_title CHECK ((title <> ''::text))
);
CREATE INDEX desk_article_pairs ON desk_article_version USING gin (pairs);
CREATE INDEX desk_article_service ON desk_article_version USING btree (service);

create table desk_change (
  id uuid not null,
  number text not null,
  unit_id uuid not null,
  what text not null,
  why text not null,
  risk text not null,
  back_out text not null,
  services text[] not null,
  planned_from timestamp with time zone not null,
  planned_until timestamp with time zone not null,
  state text not null,
  filed_by uuid not null,
  filed_at timestamp with time zone not null,
  approved_at timestamp with time zone,
  announced_at timestamp with time zone,
  announced_by uuid,
  announcement text not null default ''::text,
  result text,
  result_note text not null default ''::text,
  began_at timestamp with time zone,
  ended_at timestamp with time zone,
  reported_at timestamp with time zone,
  reported_by uuid,
  constraint desk_change_number UNIQUE (number),
  constraint desk_change_key PRIMARY KEY (id),
  constraint desk_change_announced_by FOREIGN KEY (announced_by) REFERENCES directory_person(id),
  constraint desk_change_filed_by FOREIGN KEY (filed_by) REFERENCES directory_person(id),
  constraint desk_change_reported_by FOREIGN KEY (reported_by) REFERENCES directory_person(id),
  constraint desk_change_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint desk_change_announced CHECK (((announced_at IS NULL) = (announced_by IS NULL))),
  constraint desk_change_back_out CHECK ((back_out <> ''::text)),
  constraint desk_change_reported CHECK ((((state = 'ended'::text) = (result IS NOT NULL)) AND ((result IS NULL) = (reported_at IS NULL)))),
  constraint desk_change_result CHECK ((result = ANY (ARRAY['succeeded'::text, 'partly'::text, 'backed-out'::text, 'not-carried-out'::text]))),
  constraint desk_change_risk CHECK ((risk = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text]))),
  constraint desk_change_services CHECK ((cardinality(services) > 0)),
  constraint desk_change_state CHECK ((state = ANY (ARRAY['reviewing'::text, 'returned'::text, 'approved'::text, 'rejected'::text, 'withdrawn'::text, 'ended'::text]))),
  constraint desk_change_what CHECK ((what <> ''::text)),
  constraint desk_change_window CHECK ((planned_from < planned_until))
);
CREATE INDEX desk_change_when ON desk_change USING btree (planned_from, planned_until);

create table desk_change_place (
  change_id uuid not null,
  unit_id uuid not null,
  constraint desk_change_place_key PRIMARY KEY (change_id, unit_id),
  constraint desk_change_place_change FOREIGN KEY (change_id) REFERENCES desk_change(id),
  constraint desk_change_place_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id)
);
CREATE INDEX desk_change_place_of_unit ON desk_change_place USING btree (unit_id);

create table desk_clock (
  ticket_id uuid not null,
  kind text not null,
  state text not null,
  verdict text not null,
  limit_seconds integer not null,
  elapsed_seconds bigint not null,
  due_at timestamp with time zone,
  stopped_at timestamp with time zone,
  rule jsonb not null,
  rule_version integer not null,
  calendar_version integer not null,
  as_of timestamp with time zone not null,
  through_event integer not null,
  reading jsonb not null,
  constraint desk_clock_key PRIMARY KEY (ticket_id, kind),
  constraint desk_clock_ticket FOREIGN KEY (ticket_id) REFERENCES desk_ticket(id),
  constraint desk_clock_kind CHECK ((kind = ANY (ARRAY['response'::text, 'arrival'::text, 'recovery'::text, 'resolution'::text]))),
  constraint desk_clock_state CHECK ((state = ANY (ARRAY['running'::text, 'paused'::text, 'stopped'::text, 'withdrawn'::text]))),
  constraint desk_clock_verdict CHECK ((verdict = ANY (ARRAY['open'::text, 'kept'::text, 'broken'::text, 'withdrawn'::text])))
);
CREATE INDEX desk_clock_going ON desk_clock USING btree (calendar_version) WHERE (state = ANY (ARRAY['running'::text, 'paused'::text]));

create table desk_complaint (
  id uuid not null,
  unit_id uuid not null,
  team_id uuid not null,
  ticket_id uuid,
  who text not null,
  what text not null,
  received_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  verdict text,
  cause text,
  judged_at timestamp with time zone,
  judged_by uuid,
  project_id uuid,
  constraint desk_complaint_key PRIMARY KEY (id),
  constraint desk_complaint_judged_by FOREIGN KEY (judged_by) REFERENCES directory_person(id),
  constraint desk_complaint_project FOREIGN KEY (project_id) REFERENCES performance_project(id),
  constraint desk_complaint_recorded_by FOREIGN KEY (recorded_by) REFERENCES directory_person(id),
  constraint desk_complaint_team FOREIGN KEY (team_id) REFERENCES directory_unit(id),
  constraint desk_complaint_ticket FOREIGN KEY (ticket_id) REFERENCES desk_ticket(id),
  constraint desk_complaint_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint desk_complaint_judged CHECK ((((verdict IS NULL) = (judged_at IS NULL)) AND ((verdict IS NULL) = (judged_by IS NULL)))),
  constraint desk_complaint_second_person CHECK (((judged_by IS NULL) OR (judged_by <> recorded_by))),
  constraint desk_complaint_verdict CHECK ((verdict = ANY (ARRAY['service'::text, 'other'::text, 'unfounded'::text]))),
  constraint desk_complaint_what CHECK ((what <> ''::text)),
  constraint desk_complaint_who CHECK ((who <> ''::text))
);
CREATE INDEX desk_complaint_when ON desk_complaint USING btree (received_at DESC, id DESC);

create table desk_counter (
  year integer not null,
  last integer not null,
  constraint desk_counter_key PRIMARY KEY (year)
);

create table desk_free_number (
  year integer not null,
  number integer not null,
  constraint desk_free_number_key PRIMARY KEY (year, number)
);

create table desk_letter (
  id uuid not null,
  ticket_id uuid not null,
  kind text not null,
  address text not null,
  subject text not null,
  words text not null,
  message_id text not null,
  answers text not null,
  refers text not null,
  attempts integer not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  constraint desk_letter_message UNIQUE (message_id),
  constraint desk_letter_key PRIMARY KEY (id),
  constraint desk_letter_by FOREIGN KEY (made_by) REFERENCES directory_person(id),
  constraint desk_letter_ticket FOREIGN KEY (ticket_id) REFERENCES desk_ticket(id),
  constraint desk_letter_kind CHECK ((kind = ANY (ARRAY['received'::text, 'answer'::text, 'settled'::text])))
);
CREATE INDEX desk_letter_of_ticket ON desk_letter USING btree (ticket_id, made_at);

create table desk_line (
  id uuid not null,
  unit_id uuid not null,
  service text,
  project_id uuid,
  starts_on date not null,
  set_at timestamp with time zone not null,
  set_by uuid not null,
  constraint desk_line_key PRIMARY KEY (id),
  constraint desk_line_project FOREIGN KEY (project_id) REFERENCES performance_project(id),
  constraint desk_line_set_by FOREIGN KEY (set_by) REFERENCES directory_person(id),
  constraint desk_line_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id)
);
CREATE INDEX desk_line_of_unit ON desk_line USING btree (unit_id);

create table desk_mail (
  id uuid not null,
  mailbox_id uuid not null,
  uid_validity bigint not null,
  uid bigint not null,
  message_id text not null,
  outcome text not null,
  sender text not null,
  sender_name text not null,
  subject text not null,
  words text not null,
  refers text not null,
  bytes bigint not null,
  received_at timestamp with time zone not null,
  handled_at timestamp with time zone not null,
  left_out integer not null,
  ticket_id uuid,
  constraint desk_mail_once UNIQUE (mailbox_id, uid_validity, uid),
  constraint desk_mail_key PRIMARY KEY (id),
  constraint desk_mail_ticket FOREIGN KEY (ticket_id) REFERENCES desk_ticket(id),
  constraint desk_mail_outcome CHECK ((outcome = ANY (ARRAY['ticket'::text, 'reply'::text, 'automatic'::text, 'bounce'::text, 'loop'::text, 'repeated'::text, 'too-large'::text, 'too-many'::text, 'unreadable'::text, 'set-aside'::text])))
);
CREATE UNIQUE INDEX desk_mail_message ON desk_mail USING btree (message_id) WHERE (outcome <> 'repeated'::text);
CREATE INDEX desk_mail_newest ON desk_mail USING btree (handled_at DESC, uid DESC);
CREATE INDEX desk_mail_of_ticket ON desk_mail USING btree (ticket_id, received_at) WHERE (ticket_id IS NOT NULL);
CREATE INDEX desk_mail_sender ON desk_mail USING btree (sender, handled_at);

create table desk_mail_attempt (
  mailbox_id uuid not null,
  uid_validity bigint not null,
  uid bigint not null,
  attempts integer not null,
  begun_at timestamp with time zone not null,
  constraint desk_mail_attempt_key PRIMARY KEY (mailbox_id, uid_validity, uid),
  constraint desk_mail_attempt_mailbox FOREIGN KEY (mailbox_id) REFERENCES desk_mailbox(id) ON DELETE CASCADE
);

create table desk_mail_file (
  mail_id uuid not null,
  number integer not null,
  document_id uuid not null,
  constraint desk_mail_file_key PRIMARY KEY (mail_id, number),
  constraint desk_mail_file_document FOREIGN KEY (document_id) REFERENCES documents_document(id),
  constraint desk_mail_file_mail FOREIGN KEY (mail_id) REFERENCES desk_mail(id)
);

create table desk_mailbox (
  id uuid not null,
  is_only boolean not null,
  is_on boolean not null,
  settings jsonb not null,
  sealed text not null,
  unit_id uuid not null,
  service text not null,
  since timestamp with time zone not null,
  uid_validity bigint,
  last_uid bigint not null,
  worked_at timestamp with time zone,
  failed_at timestamp with time zone,
  problem text not null,
  constraint desk_mailbox_one UNIQUE (is_only),
  constraint desk_mailbox_key PRIMARY KEY (id),
  constraint desk_mailbox_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint desk_mailbox_only CHECK (is_only)
);

create table desk_major (
  ticket_id uuid not null,
  number text not null,
  state text not null,
  declared_at timestamp with time zone not null,
  declared_by uuid,
  reason text not null,
  leader_id uuid,
  next_update_at timestamp with time zone,
  ended_at timestamp with time zone,
  course text not null,
  cause text not null,
  measures text not null,
  reviewed_at timestamp with time zone,
  reviewed_by uuid,
  last_entry integer not null,
  constraint desk_major_number UNIQUE (number),
  constraint desk_major_key PRIMARY KEY (ticket_id),
  constraint desk_major_declared_by FOREIGN KEY (declared_by) REFERENCES directory_person(id),
  constraint desk_major_leader FOREIGN KEY (leader_id) REFERENCES directory_person(id),
  constraint desk_major_reviewed_by FOREIGN KEY (reviewed_by) REFERENCES directory_person(id),
  constraint desk_major_ticket FOREIGN KEY (ticket_id) REFERENCES desk_ticket(id),
  constraint desk_major_state CHECK ((state = ANY (ARRAY['running'::text, 'over'::text, 'reviewed'::text])))
);
CREATE INDEX desk_major_newest ON desk_major USING btree (declared_at DESC);

create table desk_major_entry (
  ticket_id uuid not null,
  number integer not null,
  kind text not null,
  at timestamp with time zone not null,
  by_id uuid,
  words text not null,
  told integer,
  is_public boolean not null default false,
  constraint desk_major_entry_key PRIMARY KEY (ticket_id, number),
  constraint desk_major_entry_by FOREIGN KEY (by_id) REFERENCES directory_person(id),
  constraint desk_major_entry_major FOREIGN KEY (ticket_id) REFERENCES desk_major(ticket_id),
  constraint desk_major_entry_kind CHECK ((kind = ANY (ARRAY['declared'::text, 'led'::text, 'noted'::text, 'announced'::text, 'ended'::text, 'resumed'::text, 'reviewed'::text])))
);

create table desk_notice (
  id uuid not null,
  ticket_id uuid not null,
  about text not null,
  clock text,
  percent integer,
  person_id uuid,
  channel text not null,
  sent_at timestamp with time zone not null,
  delivered_at timestamp with time zone,
  read_at timestamp with time zone,
  failed_at timestamp with time zone,
  failure text,
  about_id uuid,
  constraint desk_notice_once UNIQUE NULLS NOT DISTINCT (ticket_id, about, clock, percent, person_id, about_id),
  constraint desk_notice_key PRIMARY KEY (id),
  constraint desk_notice_person FOREIGN KEY (person_id) REFERENCES directory_person(id),
  constraint desk_notice_ticket FOREIGN KEY (ticket_id) REFERENCES desk_ticket(id),
  constraint desk_notice_channel CHECK ((channel = ANY (ARRAY['in-app'::text, 'mail'::text])))
);
CREATE INDEX desk_notice_of_person ON desk_notice USING btree (person_id, sent_at DESC) WHERE (read_at IS NULL);

create table desk_photo (
  id uuid not null,
  ticket_id uuid not null,
  document_id uuid not null,
  taken_at timestamp with time zone not null,
  added_at timestamp with time zone not null,
  added_by uuid not null,
  constraint desk_photo_key PRIMARY KEY (id),
  constraint desk_photo_added_by FOREIGN KEY (added_by) REFERENCES directory_person(id),
  constraint desk_photo_document FOREIGN KEY (document_id) REFERENCES documents_document(id),
  constraint desk_photo_ticket FOREIGN KEY (ticket_id) REFERENCES desk_ticket(id)
);
CREATE INDEX desk_photo_of_ticket ON desk_photo USING btree (ticket_id, taken_at, id);

create table desk_problem (
  id uuid not null,
  number text not null,
  unit_id uuid not null,
  title text not null,
  service text not null,
  cause text not null,
  workaround text not null,
  state text not null,
  change_id uuid,
  closing text not null,
  opened_at timestamp with time zone not null,
  opened_by uuid not null,
  closed_at timestamp with time zone,
  closed_by uuid,
  constraint desk_problem_number UNIQUE (number),
  constraint desk_problem_key PRIMARY KEY (id),
  constraint desk_problem_change FOREIGN KEY (change_id) REFERENCES desk_change(id),
  constraint desk_problem_closed_by FOREIGN KEY (closed_by) REFERENCES directory_person(id),
  constraint desk_problem_opened_by FOREIGN KEY (opened_by) REFERENCES directory_person(id),
  constraint desk_problem_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint desk_problem_closed CHECK ((((state = 'closed'::text) = (closed_at IS NOT NULL)) AND ((closed_at IS NULL) = (closed_by IS NULL)))),
  constraint desk_problem_known CHECK (((state <> 'known'::text) OR (cause <> ''::text))),
  constraint desk_problem_state CHECK ((state = ANY (ARRAY['open'::text, 'known'::text, 'closed'::text]))),
  constraint desk_problem_title CHECK ((title <> ''::text))
);
CREATE INDEX desk_problem_newest ON desk_problem USING btree (opened_at DESC);

create table desk_problem_ticket (
  ticket_id uuid not null,
  problem_id uuid not null,
  linked_at timestamp with time zone not null,
  linked_by uuid not null,
  constraint desk_problem_ticket_key PRIMARY KEY (ticket_id),
  constraint desk_problem_ticket_by FOREIGN KEY (linked_by) REFERENCES directory_person(id),
  constraint desk_problem_ticket_is FOREIGN KEY (ticket_id) REFERENCES desk_ticket(id),
  constraint desk_problem_ticket_of FOREIGN KEY (problem_id) REFERENCES desk_problem(id)
);
CREATE INDEX desk_problem_ticket_of_problem ON desk_problem_ticket USING btree (problem_id);

create table desk_public_try (
  id uuid not null,
  address text not null,
  at timestamp with time zone not null,
  constraint desk_public_try_key PRIMARY KEY (id)
);
CREATE INDEX desk_public_try_recent ON desk_public_try USING btree (address, at);

create table desk_register_counter (
  register text not null,
  year integer not null,
  last integer not null,
  constraint desk_register_counter_key PRIMARY KEY (register, year)
);

create table desk_report (
  ticket_id uuid not null,
  spot_id uuid not null,
  code_hash text not null,
  reported_at timestamp with time zone not null,
  constraint desk_report_code UNIQUE (code_hash),
  constraint desk_report_key PRIMARY KEY (ticket_id),
  constraint desk_report_spot FOREIGN KEY (spot_id) REFERENCES desk_spot(id),
  constraint desk_report_ticket FOREIGN KEY (ticket_id) REFERENCES desk_ticket(id)
);
CREATE INDEX desk_report_of_spot ON desk_report USING btree (spot_id, reported_at);

create table desk_satisfaction (
  ticket_id uuid not null,
  code_hash text not null,
  asked_at timestamp with time zone not null,
  asked_by uuid not null,
  expires_at timestamp with time zone not null,
  score integer,
  note text,
  answered_at timestamp with time zone,
  constraint desk_satisfaction_code UNIQUE (code_hash),
  constraint desk_satisfaction_key PRIMARY KEY (ticket_id),
  constraint desk_satisfaction_asked_by FOREIGN KEY (asked_by) REFERENCES directory_person(id),
  constraint desk_satisfaction_ticket FOREIGN KEY (ticket_id) REFERENCES desk_ticket(id),
  constraint desk_satisfaction_answered CHECK (((score IS NULL) = (answered_at IS NULL))),
  constraint desk_satisfaction_score CHECK (((score >= 1) AND (score <= 5)))
);
CREATE INDEX desk_satisfaction_when ON desk_satisfaction USING btree (asked_at);

create table desk_spot (
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  code text not null,
  is_open boolean not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  constraint desk_spot_code UNIQUE (code),
  constraint desk_spot_once UNIQUE (unit_id, name),
  constraint desk_spot_key PRIMARY KEY (id),
  constraint desk_spot_made_by FOREIGN KEY (made_by) REFERENCES directory_person(id),
  constraint desk_spot_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint desk_spot_named CHECK ((name <> ''::text))
);

create table desk_survey (
  id uuid not null,
  unit_id uuid not null,
  project_id uuid,
  title text not null,
  audience text not null,
  seed text not null,
  sample_size integer not null,
  minimum integer not null,
  judged_on date not null,
  closes_at timestamp with time zone not null,
  opened_at timestamp with time zone not null,
  opened_by uuid not null,
  closed_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  withdrawn_because text,
  constraint desk_survey_key PRIMARY KEY (id),
  constraint desk_survey_opened_by FOREIGN KEY (opened_by) REFERENCES directory_person(id),
  constraint desk_survey_project FOREIGN KEY (project_id) REFERENCES performance_project(id),
  constraint desk_survey_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint desk_survey_audience CHECK ((audience = ANY (ARRAY['department'::text, 'staff'::text, 'managers'::text, 'school'::text, 'teacher'::text, 'served'::text, 'public'::text]))),
  constraint desk_survey_minimum CHECK ((minimum >= 5)),
  constraint desk_survey_sample CHECK ((sample_size > 0)),
  constraint desk_survey_title CHECK ((title <> ''::text)),
  constraint desk_survey_withdrawn CHECK (((withdrawn_at IS NULL) = (withdrawn_because IS NULL)))
);
CREATE INDEX desk_survey_running ON desk_survey USING btree (closes_at) WHERE ((closed_at IS NULL) AND (withdrawn_at IS NULL));
CREATE INDEX desk_survey_when ON desk_survey USING btree (judged_on DESC);

create table desk_survey_link (
  code_hash text not null,
  survey_id uuid not null,
  is_used boolean not null default false,
  constraint desk_survey_link_key PRIMARY KEY (code_hash),
  constraint desk_survey_link_of FOREIGN KEY (survey_id) REFERENCES desk_survey(id)
);
CREATE INDEX desk_survey_link_of_survey ON desk_survey_link USING btree (survey_id);

create table desk_survey_person (
  survey_id uuid not null,
  number integer not null,
  person_id uuid,
  name text not null,
  office text not null,
  is_barred boolean not null,
  is_drawn boolean not null,
  constraint desk_survey_person_key PRIMARY KEY (survey_id, number),
  constraint desk_survey_person_of FOREIGN KEY (survey_id) REFERENCES desk_survey(id),
  constraint desk_survey_person_who FOREIGN KEY (person_id) REFERENCES directory_person(id),
  constraint desk_survey_person_fair CHECK ((NOT (is_barred AND is_drawn)))
);

create table desk_survey_tally (
  survey_id uuid not null,
  score integer not null,
  count integer not null,
  constraint desk_survey_tally_key PRIMARY KEY (survey_id, score),
  constraint desk_survey_tally_of FOREIGN KEY (survey_id) REFERENCES desk_survey(id),
  constraint desk_survey_tally_score CHECK (((score >= 1) AND (score <= 5)))
);

create table desk_team (
  unit_id uuid not null,
  team_id uuid not null,
  set_at timestamp with time zone not null,
  set_by uuid not null,
  constraint desk_team_key PRIMARY KEY (unit_id),
  constraint desk_team_served FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint desk_team_serving FOREIGN KEY (team_id) REFERENCES directory_unit(id),
  constraint desk_team_set_by FOREIGN KEY (set_by) REFERENCES directory_person(id)
);

create table desk_ticket (
  id uuid not null,
  number text not null,
  kind text not null,
  channel text not null,
  unit_id uuid not null,
  team_id uuid not null,
  caller_id uuid,
  caller_name text not null,
  contact text not null,
  place text not null,
  what text not null,
  service text not null,
  scope text not null,
  is_peak boolean not null,
  severity text not null,
  layer text,
  classified_by uuid,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  assignee_id uuid,
  rules text not null,
  rules_version integer not null,
  time_zone text not null,
  state text not null,
  reported_at timestamp with time zone not null,
  responded_at timestamp with time zone,
  arrived_at timestamp with time zone,
  restored_at timestamp with time zone,
  resolved_at timestamp with time zone,
  closed_at timestamp with time zone,
  reopenings integer not null default 0,
  manner text,
  cause text,
  merged_into uuid,
  is_late boolean not null,
  late_reason text not null,
  logged_by uuid,
  logged_at timestamp with time zone not null,
  last_event integer not null,
  folded text not null,
  pairs text[] not null,
  project_id uuid,
  is_project_by_hand boolean not null default false,
  constraint desk_ticket_number UNIQUE (number),
  constraint desk_ticket_key PRIMARY KEY (id),
  constraint desk_ticket_assignee FOREIGN KEY (assignee_id) REFERENCES directory_person(id),
  constraint desk_ticket_caller FOREIGN KEY (caller_id) REFERENCES directory_person(id),
  constraint desk_ticket_classified_by FOREIGN KEY (classified_by) REFERENCES directory_person(id),
  constraint desk_ticket_confirmed_by FOREIGN KEY (confirmed_by) REFERENCES directory_person(id),
  constraint desk_ticket_logged_by FOREIGN KEY (logged_by) REFERENCES directory_person(id),
  constraint desk_ticket_merged_into FOREIGN KEY (merged_into) REFERENCES desk_ticket(id),
  constraint desk_ticket_project FOREIGN KEY (project_id) REFERENCES performance_project(id),
  constraint desk_ticket_team FOREIGN KEY (team_id) REFERENCES directory_unit(id),
  constraint desk_ticket_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint desk_ticket_channel CHECK ((channel = ANY (ARRAY['hotline'::text, 'self-service'::text, 'qr'::text, 'remote'::text, 'on-site'::text, 'mail'::text, 'api'::text]))),
  constraint desk_ticket_kind CHECK ((kind = ANY (ARRAY['incident'::text, 'request'::text]))),
  constraint desk_ticket_second_person CHECK (((confirmed_by IS NULL) OR (confirmed_by <> classified_by))),
  constraint desk_ticket_severity CHECK ((severity = ANY (ARRAY['minor'::text, 'normal'::text, 'urgent'::text, 'major'::text]))),
  constraint desk_ticket_state CHECK ((state = ANY (ARRAY['waiting'::text, 'working'::text, 'paused'::text, 'resolved'::text, 'closed'::text, 'withdrawn'::text]))),
  constraint desk_ticket_what CHECK ((what <> ''::text))
);
CREATE INDEX desk_ticket_newest ON desk_ticket USING btree (reported_at DESC, id DESC);
CREATE INDEX desk_ticket_of_assignee ON desk_ticket USING btree (assignee_id, reported_at DESC, id DESC);
CREATE INDEX desk_ticket_of_team ON desk_ticket USING btree (team_id, reported_at DESC, id DESC);
CREATE INDEX desk_ticket_of_unit ON desk_ticket USING btree (unit_id, reported_at DESC, id DESC);
CREATE INDEX desk_ticket_open ON desk_ticket USING btree (reported_at DESC, id DESC) WHERE (state = ANY (ARRAY['waiting'::text, 'working'::text, 'paused'::text, 'resolved'::text]));
CREATE INDEX desk_ticket_pairs ON desk_ticket USING gin (pairs);

create table desk_ticket_event (
  ticket_id uuid not null,
  number integer not null,
  deed_id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  entered_at timestamp with time zone not null,
  entered_by uuid,
  device text,
  ahead_seconds integer not null,
  is_late boolean not null,
  detail jsonb not null,
  constraint desk_ticket_event_once UNIQUE (deed_id),
  constraint desk_ticket_event_key PRIMARY KEY (ticket_id, number),
  constraint desk_ticket_event_ticket FOREIGN KEY (ticket_id) REFERENCES desk_ticket(id)
);

create table desk_ticket_fact (
  ticket_id uuid not null,
  version integer not null,
  known_from timestamp with time zone not null,
  known_until timestamp with time zone not null default 'infinity'::timestamp with time zone,
  unit_id uuid not null,
  team_id uuid not null,
  title text not null,
  kind text not null,
  severity text not null,
  service text not null,
  layer text,
  is_confirmed boolean not null,
  state text not null,
  reported_at timestamp with time zone not null,
  logged_at timestamp with time zone not null,
  is_late boolean not null,
  is_edited boolean not null,
  has_arrived boolean not null,
  response_state text not null,
  response_verdict text not null,
  response_seconds bigint not null,
  response_due_at timestamp with time zone,
  arrival_state text,
  arrival_verdict text,
  arrival_seconds bigint,
  arrival_due_at timestamp with time zone,
  recovery_state text,
  recovery_verdict text,
  recovery_seconds bigint,
  recovery_due_at timestamp with time zone,
  resolution_state text,
  resolution_verdict text,
  resolution_seconds bigint,
  resolution_due_at timestamp with time zone,
  project_id uuid,
  constraint desk_ticket_fact_key PRIMARY KEY (ticket_id, version),
  constraint desk_ticket_fact_project FOREIGN KEY (project_id) REFERENCES performance_project(id),
  constraint desk_ticket_fact_team FOREIGN KEY (team_id) REFERENCES directory_unit(id),
  constraint desk_ticket_fact_ticket FOREIGN KEY (ticket_id) REFERENCES desk_ticket(id),
  constraint desk_ticket_fact_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id)
);
CREATE INDEX desk_ticket_fact_now ON desk_ticket_fact USING btree (reported_at) WHERE (known_until = 'infinity'::timestamp with time zone);
CREATE INDEX desk_ticket_fact_of_project ON desk_ticket_fact USING btree (project_id, reported_at);
CREATE INDEX desk_ticket_fact_of_team ON desk_ticket_fact USING btree (team_id, reported_at);
CREATE INDEX desk_ticket_fact_of_unit ON desk_ticket_fact USING btree (unit_id, reported_at);
CREATE INDEX desk_ticket_fact_then ON desk_ticket_fact USING btree (reported_at, known_from);

create table desk_work_order (
  id uuid not null,
  ticket_id uuid not null,
  number integer not null,
  what text not null,
  version integer not null,
  opened_at timestamp with time zone not null,
  opened_by uuid not null,
  signer text,
  strokes jsonb,
  signed_at timestamp with time zone,
  signed_with uuid,
  constraint desk_work_order_once UNIQUE (ticket_id, number),
  constraint desk_work_order_key PRIMARY KEY (id),
  constraint desk_work_order_opened_by FOREIGN KEY (opened_by) REFERENCES directory_person(id),
  constraint desk_work_order_signed_with FOREIGN KEY (signed_with) REFERENCES directory_person(id),
  constraint desk_work_order_ticket FOREIGN KEY (ticket_id) REFERENCES desk_ticket(id),
  constraint desk_work_order_signed CHECK ((((signer IS NULL) = (signed_at IS NULL)) AND ((signer IS NULL) = (strokes IS NULL)) AND ((signer IS NULL) = (signed_with IS NULL)))),
  constraint desk_work_order_what CHECK ((what <> ''::text))
);

create table desk_work_part (
  order_id uuid not null,
  number integer not null,
  name text not null,
  serial text not null,
  quantity numeric not null,
  unit text not null,
  item_id uuid,
  constraint desk_work_part_key PRIMARY KEY (order_id, number),
  constraint desk_work_part_item FOREIGN KEY (item_id) REFERENCES assets_stock_item(id),
  constraint desk_work_part_order FOREIGN KEY (order_id) REFERENCES desk_work_order(id),
  constraint desk_work_part_name CHECK ((name <> ''::text)),
  constraint desk_work_part_quantity CHECK ((quantity > (0)::numeric))
);

create table desk_work_step (
  order_id uuid not null,
  number integer not null,
  what text not null,
  state text not null,
  note text not null,
  constraint desk_work_step_key PRIMARY KEY (order_id, number),
  constraint desk_work_step_order FOREIGN KEY (order_id) REFERENCES desk_work_order(id),
  constraint desk_work_step_reason CHECK (((state <> 'left-out'::text) OR (note <> ''::text))),
  constraint desk_work_step_state CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'left-out'::text]))),
  constraint desk_work_step_what CHECK ((what <> ''::text))
);

create table desk_work_time (
  order_id uuid not null,
  number integer not null,
  person_id uuid not null,
  began_at timestamp with time zone not null,
  ended_at timestamp with time zone not null,
  constraint desk_work_time_key PRIMARY KEY (order_id, number),
  constraint desk_work_time_order FOREIGN KEY (order_id) REFERENCES desk_work_order(id),
  constraint desk_work_time_person FOREIGN KEY (person_id) REFERENCES directory_person(id),
  constraint desk_work_time_span CHECK ((began_at < ended_at))
);

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
  staff_number text,
  constraint directory_person_login UNIQUE (login),
  constraint directory_person_staff_number UNIQUE (staff_number),
  constraint directory_person_key PRIMARY KEY (id),
  constraint directory_person_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint directory_person_named CHECK ((name <> ''::text)),
  constraint directory_person_numbered CHECK ((staff_number <> ''::text)),
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

create table directory_role_request (
  person_id uuid not null,
  role text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  constraint directory_role_request_key PRIMARY KEY (person_id, role),
  constraint directory_role_request_asked_by FOREIGN KEY (asked_by) REFERENCES directory_person(id),
  constraint directory_role_request_person FOREIGN KEY (person_id) REFERENCES directory_person(id)
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
  code text,
  constraint directory_unit_code UNIQUE (code),
  constraint directory_unit_key PRIMARY KEY (id),
  constraint directory_unit_parent FOREIGN KEY (parent_id) REFERENCES directory_unit(id),
  constraint directory_unit_coded CHECK ((code <> ''::text)),
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

create table documents_checklist (
  id uuid not null,
  list text not null,
  unit_id uuid not null,
  project_id uuid,
  year integer not null,
  laid_at timestamp with time zone not null,
  laid_by uuid not null,
  constraint documents_checklist_once UNIQUE NULLS NOT DISTINCT (list, unit_id, project_id, year),
  constraint documents_checklist_key PRIMARY KEY (id),
  constraint documents_checklist_by FOREIGN KEY (laid_by) REFERENCES directory_person(id),
  constraint documents_checklist_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint documents_checklist_year CHECK (((year >= 1990) AND (year <= 2100)))
);

create table documents_checklist_item (
  id uuid not null,
  checklist_id uuid not null,
  position integer not null,
  name text not null,
  asked_on date not null,
  added_at timestamp with time zone not null,
  added_by uuid not null,
  dropped_at timestamp with time zone,
  dropped_by uuid,
  dropped_because text,
  constraint documents_checklist_item_once UNIQUE (checklist_id, "position"),
  constraint documents_checklist_item_key PRIMARY KEY (id),
  constraint documents_checklist_item_by FOREIGN KEY (added_by) REFERENCES directory_person(id),
  constraint documents_checklist_item_dropped_by FOREIGN KEY (dropped_by) REFERENCES directory_person(id),
  constraint documents_checklist_item_of FOREIGN KEY (checklist_id) REFERENCES documents_checklist(id),
  constraint documents_checklist_item_dropped CHECK (((num_nulls(dropped_at, dropped_by, dropped_because) = ANY (ARRAY[0, 3])) AND (dropped_because IS DISTINCT FROM ''::text))),
  constraint documents_checklist_item_named CHECK ((name <> ''::text))
);

create table documents_checklist_proof (
  id uuid not null,
  item_id uuid not null,
  document_id uuid,
  measure text,
  record_kind text,
  record_id text,
  record_title text,
  strength text not null,
  valid_from date,
  valid_until date,
  note text not null,
  proved_at timestamp with time zone not null,
  proved_by uuid not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_because text,
  regulation_id uuid,
  constraint documents_checklist_proof_key PRIMARY KEY (id),
  constraint documents_checklist_proof_by FOREIGN KEY (proved_by) REFERENCES directory_person(id),
  constraint documents_checklist_proof_file FOREIGN KEY (document_id) REFERENCES documents_document(id),
  constraint documents_checklist_proof_of FOREIGN KEY (item_id) REFERENCES documents_checklist_item(id),
  constraint documents_checklist_proof_regulation FOREIGN KEY (regulation_id) REFERENCES documents_regulation(id),
  constraint documents_checklist_proof_withdrawn_by FOREIGN KEY (withdrawn_by) REFERENCES directory_person(id),
  constraint documents_checklist_proof_is CHECK (((num_nonnulls(document_id, record_id) = 1) AND (num_nulls(measure, record_kind, record_id, record_title) = ANY (ARRAY[0, 4])))),
  constraint documents_checklist_proof_strength CHECK ((strength = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text]))),
  constraint documents_checklist_proof_valid CHECK ((valid_from <= valid_until)),
  constraint documents_checklist_proof_withdrawn CHECK (((num_nulls(withdrawn_at, withdrawn_by, withdrawn_because) = ANY (ARRAY[0, 3])) AND (withdrawn_because IS DISTINCT FROM ''::text)))
);
CREATE INDEX documents_checklist_proof_of_item ON documents_checklist_proof USING btree (item_id);
CREATE INDEX documents_checklist_proof_of_regulation ON documents_checklist_proof USING btree (regulation_id) WHERE (regulation_id IS NOT NULL);

create table documents_document (
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  bytes bigint not null,
  sha256 text not null,
  added_at timestamp with time zone not null,
  added_by uuid,
  folded text not null default ''::text,
  pairs text[] not null default '{}'::text[],
  constraint documents_document_once UNIQUE (unit_id, sha256, name),
  constraint documents_document_key PRIMARY KEY (id),
  constraint documents_document_by FOREIGN KEY (added_by) REFERENCES directory_person(id),
  constraint documents_document_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint documents_document_bytes CHECK ((bytes > 0)),
  constraint documents_document_named CHECK ((name <> ''::text)),
  constraint documents_document_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
CREATE INDEX documents_document_found ON documents_document USING gin (pairs);

create table documents_regulation (
  id uuid not null,
  unit_id uuid not null,
  kind text not null,
  name text not null,
  number text not null,
  next_review_on date,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  reminded_of date,
  repealed_on date,
  repealed_at timestamp with time zone,
  repealed_by uuid,
  repealed_because text,
  constraint documents_regulation_key PRIMARY KEY (id),
  constraint documents_regulation_made_by FOREIGN KEY (made_by) REFERENCES directory_person(id),
  constraint documents_regulation_repealed_by FOREIGN KEY (repealed_by) REFERENCES directory_person(id),
  constraint documents_regulation_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint documents_regulation_kind CHECK ((kind = ANY (ARRAY['rule'::text, 'plan'::text, 'standard'::text, 'licence'::text, 'other'::text]))),
  constraint documents_regulation_name CHECK ((name <> ''::text)),
  constraint documents_regulation_repealed CHECK ((num_nulls(repealed_on, repealed_at, repealed_by, repealed_because) = ANY (ARRAY[0, 4])))
);

create table documents_regulation_review (
  id uuid not null,
  regulation_id uuid not null,
  reviewed_on date not null,
  note text not null,
  next_review_on date,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint documents_regulation_review_key PRIMARY KEY (id),
  constraint documents_regulation_review_by FOREIGN KEY (entered_by) REFERENCES directory_person(id),
  constraint documents_regulation_review_of FOREIGN KEY (regulation_id) REFERENCES documents_regulation(id)
);

create table documents_regulation_text (
  id uuid not null,
  regulation_id uuid not null,
  document_id uuid not null,
  valid_from date not null,
  valid_until date,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint documents_regulation_text_key PRIMARY KEY (id),
  constraint documents_regulation_text_by FOREIGN KEY (entered_by) REFERENCES directory_person(id),
  constraint documents_regulation_text_file FOREIGN KEY (document_id) REFERENCES documents_document(id),
  constraint documents_regulation_text_of FOREIGN KEY (regulation_id) REFERENCES documents_regulation(id),
  constraint documents_regulation_text_days CHECK ((valid_from <= valid_until))
);
CREATE INDEX documents_regulation_text_last ON documents_regulation_text USING btree (regulation_id, entered_at DESC);

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

create table evidence_binding (
  id uuid not null,
  subject_id uuid not null,
  indicator text not null,
  number integer not null,
  series_id uuid,
  reason text not null,
  bound_at timestamp with time zone not null,
  bound_by uuid not null,
  constraint evidence_binding_once UNIQUE (subject_id, indicator, number),
  constraint evidence_binding_key PRIMARY KEY (id),
  constraint evidence_binding_by FOREIGN KEY (bound_by) REFERENCES directory_person(id),
  constraint evidence_binding_series FOREIGN KEY (series_id) REFERENCES evidence_series(id),
  constraint evidence_binding_counts CHECK ((number > 0)),
  constraint evidence_binding_reasoned CHECK ((reason <> ''::text))
);

create table evidence_day (
  series_id uuid not null,
  day date not null,
  numerator numeric not null,
  denominator numeric not null,
  largest numeric,
  smallest numeric,
  counted integer not null,
  late integer not null,
  collected integer not null,
  signed integer not null,
  stamped integer not null,
  stated integer not null,
  excluded jsonb not null,
  constraint evidence_day_key PRIMARY KEY (series_id, day)
);

create table evidence_month_end (
  series_id uuid not null,
  month date not null,
  value numeric,
  parts jsonb not null,
  query_version integer not null,
  as_of timestamp with time zone not null,
  constraint evidence_month_end_key PRIMARY KEY (series_id, month),
  constraint evidence_month_end_of FOREIGN KEY (series_id) REFERENCES evidence_series(id),
  constraint evidence_month_end_month CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);

create table evidence_reading (
  id uuid not null,
  subject_id uuid not null,
  indicator text not null,
  series_id uuid not null,
  period_from date not null,
  period_until date not null,
  value numeric,
  parts jsonb not null,
  query_version integer not null,
  as_of timestamp with time zone not null,
  kept_by uuid not null,
  constraint evidence_reading_key PRIMARY KEY (id),
  constraint evidence_reading_by FOREIGN KEY (kept_by) REFERENCES directory_person(id),
  constraint evidence_reading_series FOREIGN KEY (series_id) REFERENCES evidence_series(id)
);
CREATE INDEX evidence_reading_of_subject ON evidence_reading USING btree (subject_id, indicator, as_of);

create table evidence_register_review (
  register text not null,
  unit_id uuid not null,
  month date not null,
  note text not null,
  reviewed_at timestamp with time zone not null,
  reviewed_by uuid not null,
  constraint evidence_register_review_key PRIMARY KEY (register, unit_id, month),
  constraint evidence_register_review_by FOREIGN KEY (reviewed_by) REFERENCES directory_person(id),
  constraint evidence_register_review_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint evidence_register_review_month CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);

create table evidence_rolled_year (
  series_id uuid not null,
  year integer not null,
  query_version integer not null,
  rolled_at timestamp with time zone not null,
  constraint evidence_rolled_year_key PRIMARY KEY (series_id, year),
  constraint evidence_rolled_year_of FOREIGN KEY (series_id) REFERENCES evidence_series(id),
  constraint evidence_rolled_year_year CHECK (((year >= 1990) AND (year <= 2100)))
);

create table evidence_seal (
  id uuid not null,
  subject_id uuid not null,
  number integer not null,
  as_of timestamp with time zone not null,
  root text not null,
  rows integer not null,
  records integer not null,
  lines integer not null,
  ledger_entry uuid not null,
  sealed_by uuid not null,
  constraint evidence_seal_once UNIQUE (subject_id, number),
  constraint evidence_seal_key PRIMARY KEY (id),
  constraint evidence_seal_by FOREIGN KEY (sealed_by) REFERENCES directory_person(id),
  constraint evidence_seal_counts CHECK ((number > 0)),
  constraint evidence_seal_root CHECK ((root ~ '^[0-9a-f]{64}$'::text))
);

create table evidence_seal_file (
  seal_id uuid not null,
  path text not null,
  sha256 text not null,
  bytes bigint not null,
  constraint evidence_seal_file_key PRIMARY KEY (seal_id, path),
  constraint evidence_seal_file_of FOREIGN KEY (seal_id) REFERENCES evidence_seal(id)
);

create table evidence_series (
  id uuid not null,
  measure text not null,
  params jsonb not null,
  unit_id uuid not null,
  project_id uuid,
  constraint evidence_series_once UNIQUE NULLS NOT DISTINCT (measure, params, unit_id, project_id),
  constraint evidence_series_key PRIMARY KEY (id),
  constraint evidence_series_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id)
);
CREATE INDEX evidence_series_of_measure ON evidence_series USING btree (measure);

create table evidence_stale_day (
  id uuid not null,
  series_id uuid not null,
  day date not null,
  waits boolean not null default false,
  constraint evidence_stale_day_key PRIMARY KEY (id),
  constraint evidence_stale_day_of FOREIGN KEY (series_id) REFERENCES evidence_series(id)
);
CREATE INDEX evidence_stale_day_fresh ON evidence_stale_day USING btree (series_id) WHERE (NOT waits);
CREATE INDEX evidence_stale_day_of_series ON evidence_stale_day USING btree (series_id, day);

create table evidence_week (
  series_id uuid not null,
  day date not null,
  until date not null,
  numerator numeric not null,
  denominator numeric not null,
  largest numeric,
  smallest numeric,
  counted integer not null,
  late integer not null,
  collected integer not null,
  signed integer not null,
  stamped integer not null,
  stated integer not null,
  excluded jsonb not null,
  constraint evidence_week_key PRIMARY KEY (series_id, day),
  constraint evidence_week_of FOREIGN KEY (series_id) REFERENCES evidence_series(id),
  constraint evidence_week_within CHECK (((until >= day) AND (until <= (day + 6))))
);

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
  published_at timestamp with time zone,
  published_by uuid,
  constraint flow_definition_key PRIMARY KEY (key, version),
  constraint flow_definition_by FOREIGN KEY (published_by) REFERENCES directory_person(id),
  constraint flow_definition_published CHECK (((published_at IS NULL) = (published_by IS NULL)))
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

create table flow_draft (
  key text not null,
  definition jsonb not null,
  revision integer not null,
  edited_at timestamp with time zone not null,
  edited_by uuid not null,
  constraint flow_draft_key PRIMARY KEY (key),
  constraint flow_draft_by FOREIGN KEY (edited_by) REFERENCES directory_person(id),
  constraint flow_draft_counts CHECK ((revision > 0))
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
  unit_id uuid,
  per_minute integer not null,
  worked_at timestamp with time zone,
  failed_at timestamp with time zone,
  problem text not null,
  sealed text not null,
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
CREATE INDEX inbox_preference_mail ON inbox_preference USING btree (lower(mail)) WHERE (mail <> ''::text);

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
  constraint kept_result_key PRIMARY KEY (key, actor_id, step)
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
CREATE INDEX ledger_entry_by_writing ON ledger_entry USING btree (written_by, id);

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

create table performance_comment (
  id uuid not null,
  form_id uuid not null,
  place text not null,
  version integer not null,
  remark text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  settled_at timestamp with time zone,
  settled_by uuid,
  constraint performance_comment_key PRIMARY KEY (id),
  constraint performance_comment_by FOREIGN KEY (made_by) REFERENCES directory_person(id),
  constraint performance_comment_of FOREIGN KEY (form_id) REFERENCES performance_form(id),
  constraint performance_comment_settled_by FOREIGN KEY (settled_by) REFERENCES directory_person(id),
  constraint performance_comment_version FOREIGN KEY (form_id, version) REFERENCES performance_form_version(form_id, version),
  constraint performance_comment_said CHECK ((remark <> ''::text)),
  constraint performance_comment_settled CHECK (((settled_at IS NULL) = (settled_by IS NULL)))
);
CREATE INDEX performance_comment_of_form ON performance_comment USING btree (form_id, made_at);

create table performance_expert_sheet (
  id uuid not null,
  form_id uuid not null,
  person_id uuid not null,
  asked_at timestamp with time zone not null,
  asked_by uuid not null,
  points text[] not null,
  remark text not null,
  signed_at timestamp with time zone,
  used_in uuid,
  constraint performance_expert_sheet_key PRIMARY KEY (id),
  constraint performance_expert_sheet_asked_by FOREIGN KEY (asked_by) REFERENCES directory_person(id),
  constraint performance_expert_sheet_form FOREIGN KEY (form_id) REFERENCES performance_self_evaluation(form_id),
  constraint performance_expert_sheet_person FOREIGN KEY (person_id) REFERENCES directory_person(id),
  constraint performance_expert_sheet_used_in FOREIGN KEY (used_in) REFERENCES performance_re_evaluation(id),
  constraint performance_expert_sheet_signed CHECK (((signed_at IS NULL) = (points = '{}'::text[]))),
  constraint performance_expert_sheet_used CHECK (((used_in IS NULL) OR (signed_at IS NOT NULL)))
);
CREATE INDEX performance_expert_sheet_of ON performance_expert_sheet USING btree (person_id);
CREATE UNIQUE INDEX performance_expert_sheet_once ON performance_expert_sheet USING btree (form_id, person_id) WHERE (used_in IS NULL);

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
  list_id uuid,
  line integer,
  paid_on date not null,
  amount numeric not null,
  voucher text not null,
  payee text not null,
  purpose text not null,
  fingerprint text not null,
  recorded_at timestamp with time zone,
  recorded_by uuid,
  constraint performance_payment_once UNIQUE (project_id, fingerprint),
  constraint performance_payment_key PRIMARY KEY (id),
  constraint performance_payment_of_list FOREIGN KEY (list_id) REFERENCES performance_payment_list(id),
  constraint performance_payment_project FOREIGN KEY (project_id) REFERENCES performance_project(id),
  constraint performance_payment_recorded_by FOREIGN KEY (recorded_by) REFERENCES directory_person(id),
  constraint performance_payment_known_from CHECK (((list_id IS NOT NULL) OR (recorded_at IS NOT NULL)))
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
  reminded_on date,
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
CREATE INDEX performance_rectification_open ON performance_rectification USING btree (due_on) WHERE (state = 'open'::text);

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
  constraint performance_self_evaluation_state CHECK ((state = ANY (ARRAY['draft'::text, 'handed-in'::text, 'in-review'::text, 'returned'::text, 'rejected'::text, 'accepted'::text])))
);

create table performance_self_evaluation_step (
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
  constraint performance_self_evaluation_step_key PRIMARY KEY (form_id, number),
  constraint performance_self_evaluation_step_by FOREIGN KEY (person_id) REFERENCES directory_person(id),
  constraint performance_self_evaluation_step_of FOREIGN KEY (form_id) REFERENCES performance_self_evaluation(form_id),
  constraint performance_self_evaluation_step_deed CHECK ((deed = ANY (ARRAY['hand-in'::text, 'withdraw'::text, 'review'::text, 'return'::text, 'accept'::text, 'reject'::text]))),
  constraint performance_self_evaluation_step_number CHECK ((number > 0))
);

create table upkeep_fault (
  id uuid not null,
  visit_id uuid not null,
  what text not null,
  found_at timestamp with time zone not null,
  entered_at timestamp with time zone not null,
  mended_at timestamp with time zone,
  mended_entered_at timestamp with time zone,
  mended_by uuid,
  mending text not null default ''::text,
  constraint upkeep_fault_key PRIMARY KEY (id),
  constraint upkeep_fault_mended_by FOREIGN KEY (mended_by) REFERENCES directory_person(id),
  constraint upkeep_fault_visit FOREIGN KEY (visit_id) REFERENCES upkeep_visit(id),
  constraint upkeep_fault_mended CHECK ((((mended_at IS NULL) = (mended_by IS NULL)) AND ((mended_at IS NULL) = (mended_entered_at IS NULL)))),
  constraint upkeep_fault_what CHECK ((what <> ''::text))
);
CREATE INDEX upkeep_fault_open ON upkeep_fault USING btree (found_at) WHERE (mended_at IS NULL);

create table upkeep_hand_over (
  occurrence_id uuid not null,
  note text not null,
  tickets jsonb not null,
  given_at timestamp with time zone not null,
  given_by uuid not null,
  taken_at timestamp with time zone,
  taken_by uuid,
  constraint upkeep_hand_over_key PRIMARY KEY (occurrence_id),
  constraint upkeep_hand_over_given_by FOREIGN KEY (given_by) REFERENCES directory_person(id),
  constraint upkeep_hand_over_occurrence FOREIGN KEY (occurrence_id) REFERENCES upkeep_occurrence(id),
  constraint upkeep_hand_over_taken_by FOREIGN KEY (taken_by) REFERENCES directory_person(id),
  constraint upkeep_hand_over_note CHECK ((note <> ''::text)),
  constraint upkeep_hand_over_taken CHECK ((((taken_at IS NULL) = (taken_by IS NULL)) AND ((taken_at IS NULL) OR (taken_at >= given_at)))),
  constraint upkeep_hand_over_two CHECK (((taken_by IS NULL) OR (taken_by <> given_by)))
);

create table upkeep_meter (
  id uuid not null,
  unit_id uuid not null,
  project_id uuid,
  kind text not null,
  subject text,
  name text not null,
  place text not null,
  unit_word text not null,
  least numeric,
  most numeric,
  rated numeric,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  ended_at timestamp with time zone,
  constraint upkeep_meter_key PRIMARY KEY (id),
  constraint upkeep_meter_made_by FOREIGN KEY (made_by) REFERENCES directory_person(id),
  constraint upkeep_meter_project FOREIGN KEY (project_id) REFERENCES performance_project(id),
  constraint upkeep_meter_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint upkeep_meter_has_rated CHECK (((rated IS NULL) = (kind <> 'performance'::text))),
  constraint upkeep_meter_kind CHECK ((kind = ANY (ARRAY['energy'::text, 'pue'::text, 'speed'::text, 'performance'::text, 'counted'::text]))),
  constraint upkeep_meter_limits CHECK (("least" <= most)),
  constraint upkeep_meter_name CHECK ((name <> ''::text)),
  constraint upkeep_meter_rated CHECK ((rated > (0)::numeric)),
  constraint upkeep_meter_subject CHECK (((subject IS NULL) = (kind <> 'counted'::text)))
);
CREATE UNIQUE INDEX upkeep_meter_named ON upkeep_meter USING btree (unit_id, name) WHERE (ended_at IS NULL);

create table upkeep_occurrence (
  id uuid not null,
  plan_id uuid not null,
  day date not null,
  last_day date not null,
  slot integer not null,
  opens_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  closes_at timestamp with time zone not null,
  laid_at timestamp with time zone not null,
  state text not null,
  done_at timestamp with time zone,
  entered_at timestamp with time zone,
  done_by uuid,
  is_late_entry boolean not null default false,
  strength text,
  device text,
  ahead_seconds integer,
  note text not null default ''::text,
  attendees jsonb,
  document_id uuid,
  cause text,
  cause_by uuid,
  waived_at timestamp with time zone,
  waived_by uuid,
  waived_why text,
  withdrawn_at timestamp with time zone,
  constraint upkeep_occurrence_once UNIQUE (plan_id, opens_at, due_at),
  constraint upkeep_occurrence_key PRIMARY KEY (id),
  constraint upkeep_occurrence_cause_by FOREIGN KEY (cause_by) REFERENCES directory_person(id),
  constraint upkeep_occurrence_document FOREIGN KEY (document_id) REFERENCES documents_document(id),
  constraint upkeep_occurrence_done_by FOREIGN KEY (done_by) REFERENCES directory_person(id),
  constraint upkeep_occurrence_plan FOREIGN KEY (plan_id) REFERENCES upkeep_plan(id),
  constraint upkeep_occurrence_waived_by FOREIGN KEY (waived_by) REFERENCES directory_person(id),
  constraint upkeep_occurrence_done CHECK ((((done_at IS NULL) = (state <> ALL (ARRAY['done'::text, 'done-late'::text]))) AND ((done_at IS NULL) = (entered_at IS NULL)))),
  constraint upkeep_occurrence_order CHECK (((opens_at < due_at) AND (due_at <= closes_at))),
  constraint upkeep_occurrence_state CHECK ((state = ANY (ARRAY['planned'::text, 'done'::text, 'done-late'::text, 'missed'::text, 'waived'::text, 'withdrawn'::text]))),
  constraint upkeep_occurrence_strength CHECK ((strength = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text]))),
  constraint upkeep_occurrence_waived CHECK ((((waived_at IS NULL) = (state <> 'waived'::text)) AND ((waived_at IS NULL) = (waived_by IS NULL))))
);
CREATE INDEX upkeep_occurrence_open ON upkeep_occurrence USING btree (closes_at) WHERE (state = 'planned'::text);
CREATE INDEX upkeep_occurrence_opens ON upkeep_occurrence USING btree (opens_at);
CREATE INDEX upkeep_occurrence_when ON upkeep_occurrence USING btree (plan_id, day);

create table upkeep_plan (
  id uuid not null,
  unit_id uuid not null,
  project_id uuid,
  kind text not null,
  name text not null,
  route_id uuid,
  from_day date not null,
  until_day date,
  grace_hours integer not null,
  people_needed integer not null,
  laid_until date,
  calendar_version integer,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  gap_told uuid,
  constraint upkeep_plan_key PRIMARY KEY (id),
  constraint upkeep_plan_gap_told FOREIGN KEY (gap_told) REFERENCES upkeep_occurrence(id),
  constraint upkeep_plan_made_by FOREIGN KEY (made_by) REFERENCES directory_person(id),
  constraint upkeep_plan_project FOREIGN KEY (project_id) REFERENCES performance_project(id),
  constraint upkeep_plan_route FOREIGN KEY (route_id) REFERENCES upkeep_route(id),
  constraint upkeep_plan_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint upkeep_plan_days CHECK (((until_day IS NULL) OR (until_day >= from_day))),
  constraint upkeep_plan_grace CHECK (((grace_hours >= 0) AND (grace_hours <= 2000))),
  constraint upkeep_plan_kind CHECK ((kind = ANY (ARRAY['inspection'::text, 'duty'::text, 'presence'::text, 'meeting'::text, 'report'::text, 'training'::text, 'drill'::text, 'work'::text, 'upgrade'::text]))),
  constraint upkeep_plan_name CHECK ((name <> ''::text)),
  constraint upkeep_plan_people CHECK (((people_needed >= 1) AND (people_needed <= 100)))
);
CREATE INDEX upkeep_plan_of_unit ON upkeep_plan USING btree (unit_id);

create table upkeep_plan_term (
  plan_id uuid not null,
  from_day date not null,
  frequency jsonb not null,
  reason text not null,
  set_at timestamp with time zone not null,
  set_by uuid not null,
  constraint upkeep_plan_term_key PRIMARY KEY (plan_id, from_day),
  constraint upkeep_plan_term_plan FOREIGN KEY (plan_id) REFERENCES upkeep_plan(id),
  constraint upkeep_plan_term_set_by FOREIGN KEY (set_by) REFERENCES directory_person(id)
);

create table upkeep_point (
  id uuid not null,
  route_id uuid not null,
  position integer not null,
  code text not null,
  name text not null,
  place text not null,
  checks jsonb not null,
  since timestamp with time zone,
  until timestamp with time zone,
  constraint upkeep_point_key PRIMARY KEY (id),
  constraint upkeep_point_route FOREIGN KEY (route_id) REFERENCES upkeep_route(id),
  constraint upkeep_point_name CHECK ((name <> ''::text))
);
CREATE UNIQUE INDEX upkeep_point_code ON upkeep_point USING btree (code) WHERE (until IS NULL);
CREATE INDEX upkeep_point_of_route ON upkeep_point USING btree (route_id, "position");

create table upkeep_reading (
  id uuid not null,
  meter_id uuid not null,
  at timestamp with time zone not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  is_late_entry boolean not null,
  device text,
  ahead_seconds integer not null,
  source text not null,
  value numeric not null,
  of_all numeric,
  document_id uuid,
  note text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_because text,
  export_id uuid,
  export_at timestamp with time zone,
  export_by uuid,
  constraint upkeep_reading_key PRIMARY KEY (id),
  constraint upkeep_reading_document FOREIGN KEY (document_id) REFERENCES documents_document(id),
  constraint upkeep_reading_entered_by FOREIGN KEY (entered_by) REFERENCES directory_person(id),
  constraint upkeep_reading_export FOREIGN KEY (export_id) REFERENCES documents_document(id),
  constraint upkeep_reading_export_by FOREIGN KEY (export_by) REFERENCES directory_person(id),
  constraint upkeep_reading_meter FOREIGN KEY (meter_id) REFERENCES upkeep_meter(id),
  constraint upkeep_reading_withdrawn_by FOREIGN KEY (withdrawn_by) REFERENCES directory_person(id),
  constraint upkeep_reading_exported CHECK (((num_nulls(export_id, export_at, export_by) = ANY (ARRAY[0, 3])) AND ((export_id IS NULL) OR (source = 'typed'::text)))),
  constraint upkeep_reading_of CHECK ((of_all >= value)),
  constraint upkeep_reading_proved CHECK (((document_id IS NULL) = (source = 'typed'::text))),
  constraint upkeep_reading_source CHECK ((source = ANY (ARRAY['typed'::text, 'photo'::text, 'file'::text, 'list'::text]))),
  constraint upkeep_reading_value CHECK ((value >= (0)::numeric)),
  constraint upkeep_reading_withdrawn CHECK ((num_nulls(withdrawn_at, withdrawn_by, withdrawn_because) = ANY (ARRAY[0, 3])))
);
CREATE UNIQUE INDEX upkeep_reading_once ON upkeep_reading USING btree (meter_id, at) WHERE (withdrawn_at IS NULL);

create table upkeep_rotation (
  plan_id uuid not null,
  from_day date not null,
  turns text not null,
  people uuid[] not null,
  set_at timestamp with time zone not null,
  set_by uuid not null,
  constraint upkeep_rotation_key PRIMARY KEY (plan_id, from_day),
  constraint upkeep_rotation_plan FOREIGN KEY (plan_id) REFERENCES upkeep_plan(id),
  constraint upkeep_rotation_set_by FOREIGN KEY (set_by) REFERENCES directory_person(id),
  constraint upkeep_rotation_people CHECK ((cardinality(people) > 0)),
  constraint upkeep_rotation_turns CHECK ((turns = ANY (ARRAY['shift'::text, 'week'::text])))
);

create table upkeep_route (
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  constraint upkeep_route_key PRIMARY KEY (id),
  constraint upkeep_route_made_by FOREIGN KEY (made_by) REFERENCES directory_person(id),
  constraint upkeep_route_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint upkeep_route_name CHECK ((name <> ''::text))
);

create table upkeep_swap (
  id uuid not null,
  turn_id uuid not null,
  back_turn_id uuid,
  person_id uuid not null,
  why text not null,
  state text not null,
  asked_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  constraint upkeep_swap_key PRIMARY KEY (id),
  constraint upkeep_swap_back FOREIGN KEY (back_turn_id) REFERENCES upkeep_turn(id),
  constraint upkeep_swap_person FOREIGN KEY (person_id) REFERENCES directory_person(id),
  constraint upkeep_swap_turn FOREIGN KEY (turn_id) REFERENCES upkeep_turn(id),
  constraint upkeep_swap_answered CHECK (((answered_at IS NULL) = (state = 'asked'::text))),
  constraint upkeep_swap_state CHECK ((state = ANY (ARRAY['asked'::text, 'agreed'::text, 'declined'::text, 'withdrawn'::text]))),
  constraint upkeep_swap_why CHECK ((why <> ''::text))
);
CREATE UNIQUE INDEX upkeep_swap_open ON upkeep_swap USING btree (turn_id) WHERE (state = 'asked'::text);

create table upkeep_turn (
  id uuid not null,
  occurrence_id uuid not null,
  person_id uuid not null,
  set_at timestamp with time zone not null,
  set_by uuid not null,
  ended_at timestamp with time zone,
  ended_why text not null default ''::text,
  in_at timestamp with time zone,
  out_at timestamp with time zone,
  constraint upkeep_turn_key PRIMARY KEY (id),
  constraint upkeep_turn_occurrence FOREIGN KEY (occurrence_id) REFERENCES upkeep_occurrence(id),
  constraint upkeep_turn_person FOREIGN KEY (person_id) REFERENCES directory_person(id),
  constraint upkeep_turn_set_by FOREIGN KEY (set_by) REFERENCES directory_person(id),
  constraint upkeep_turn_out CHECK (((out_at IS NULL) OR (out_at >= in_at))),
  constraint upkeep_turn_there CHECK (((ended_at IS NULL) OR (in_at IS NULL)))
);
CREATE INDEX upkeep_turn_of_person ON upkeep_turn USING btree (person_id, occurrence_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX upkeep_turn_once ON upkeep_turn USING btree (occurrence_id, person_id) WHERE (ended_at IS NULL);

create table upkeep_visit (
  id uuid not null,
  occurrence_id uuid not null,
  point_id uuid not null,
  at timestamp with time zone not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  is_late_entry boolean not null,
  device text,
  ahead_seconds integer not null,
  proof text not null,
  skip_reason text not null,
  readings jsonb not null,
  photos text[] not null,
  note text not null,
  constraint upkeep_visit_once UNIQUE (occurrence_id, point_id),
  constraint upkeep_visit_key PRIMARY KEY (id),
  constraint upkeep_visit_entered_by FOREIGN KEY (entered_by) REFERENCES directory_person(id),
  constraint upkeep_visit_occurrence FOREIGN KEY (occurrence_id) REFERENCES upkeep_occurrence(id),
  constraint upkeep_visit_point FOREIGN KEY (point_id) REFERENCES upkeep_point(id),
  constraint upkeep_visit_proof CHECK ((proof = ANY (ARRAY['scan'::text, 'number'::text, 'none'::text])))
);

create table upkeep_visit_photo (
  visit_id uuid not null,
  position integer not null,
  document_id uuid not null,
  taken_at timestamp with time zone not null,
  constraint upkeep_visit_photo_key PRIMARY KEY (visit_id, "position"),
  constraint upkeep_visit_photo_document FOREIGN KEY (document_id) REFERENCES documents_document(id),
  constraint upkeep_visit_photo_visit FOREIGN KEY (visit_id) REFERENCES upkeep_visit(id)
);

create table watch_alarm (
  id uuid not null,
  unit_id uuid not null,
  service text not null,
  began_at timestamp with time zone not null,
  raised_at timestamp with time zone not null,
  over_at timestamp with time zone,
  ticket_id uuid not null,
  source_id uuid,
  constraint watch_alarm_key PRIMARY KEY (id),
  constraint watch_alarm_source FOREIGN KEY (source_id) REFERENCES watch_source(id),
  constraint watch_alarm_ticket FOREIGN KEY (ticket_id) REFERENCES desk_ticket(id),
  constraint watch_alarm_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id)
);
CREATE UNIQUE INDEX watch_alarm_open ON watch_alarm USING btree (unit_id, source_id, service) NULLS NOT DISTINCT WHERE (over_at IS NULL);

create table watch_checkup (
  id uuid not null,
  database_id uuid not null,
  at timestamp with time zone not null,
  by_person uuid not null,
  took_ms integer not null,
  engine text not null,
  version text not null,
  pack text not null,
  figures jsonb not null,
  findings jsonb not null,
  unasked jsonb not null,
  backup_on date,
  drill_on date,
  constraint watch_checkup_key PRIMARY KEY (id),
  constraint watch_checkup_by FOREIGN KEY (by_person) REFERENCES directory_person(id),
  constraint watch_checkup_database FOREIGN KEY (database_id) REFERENCES watch_database(id)
);
CREATE INDEX watch_checkup_of ON watch_checkup USING btree (database_id, at);

create table watch_database (
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  service text not null,
  target jsonb not null,
  sealed text not null,
  made_at timestamp with time zone not null,
  constraint watch_database_once UNIQUE (unit_id, name),
  constraint watch_database_key PRIMARY KEY (id),
  constraint watch_database_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint watch_database_named CHECK ((name <> ''::text))
);

create table watch_database_record (
  id uuid not null,
  database_id uuid not null,
  kind text not null,
  day date not null,
  note text not null,
  kept_at timestamp with time zone not null,
  kept_by uuid not null,
  constraint watch_database_record_key PRIMARY KEY (id),
  constraint watch_database_record_database FOREIGN KEY (database_id) REFERENCES watch_database(id),
  constraint watch_database_record_kept_by FOREIGN KEY (kept_by) REFERENCES directory_person(id),
  constraint watch_database_record_kind CHECK ((kind = ANY (ARRAY['backup'::text, 'drill'::text])))
);
CREATE INDEX watch_database_record_of ON watch_database_record USING btree (database_id, kind, day);

create table watch_day (
  probe_id uuid not null,
  day date not null,
  agreed integer not null,
  observed integer not null,
  up integer not null,
  planned integer not null,
  peak_agreed integer not null,
  peak_observed integer not null,
  peak_up integer not null,
  outages integer not null,
  answers integer not null,
  took_ms bigint not null,
  calendar_version integer not null,
  known_at timestamp with time zone not null,
  constraint watch_day_key PRIMARY KEY (probe_id, day),
  constraint watch_day_probe FOREIGN KEY (probe_id) REFERENCES watch_probe(id),
  constraint watch_day_seconds CHECK (((0 <= up) AND (up <= observed) AND (observed <= agreed) AND (peak_up <= peak_observed) AND (peak_observed <= peak_agreed)))
);
CREATE INDEX watch_day_of_day ON watch_day USING btree (day);

create table watch_engine (
  engine_id text not null,
  is_own boolean not null,
  boots integer not null,
  seconds integer not null,
  heard_at timestamp with time zone not null,
  constraint watch_engine_key PRIMARY KEY (engine_id),
  constraint watch_engine_boots CHECK ((boots >= 0)),
  constraint watch_engine_seconds CHECK ((seconds >= 0))
);
CREATE UNIQUE INDEX watch_engine_own ON watch_engine USING btree (is_own) WHERE is_own;

create table watch_figures_out (
  only_one boolean not null,
  is_open boolean not null,
  kept_at timestamp with time zone not null,
  kept_by uuid not null,
  constraint watch_figures_out_key PRIMARY KEY (only_one),
  constraint watch_figures_out_kept_by FOREIGN KEY (kept_by) REFERENCES directory_person(id),
  constraint watch_figures_out_one CHECK (only_one)
);

create table watch_follow_up (
  ticket_id uuid not null,
  checkup_id uuid not null,
  database_id uuid not null,
  rule text not null,
  filed_at timestamp with time zone not null,
  filed_by uuid not null,
  constraint watch_follow_up_key PRIMARY KEY (ticket_id),
  constraint watch_follow_up_checkup FOREIGN KEY (checkup_id) REFERENCES watch_checkup(id),
  constraint watch_follow_up_database FOREIGN KEY (database_id) REFERENCES watch_database(id),
  constraint watch_follow_up_filed_by FOREIGN KEY (filed_by) REFERENCES directory_person(id),
  constraint watch_follow_up_ticket FOREIGN KEY (ticket_id) REFERENCES desk_ticket(id)
);
CREATE INDEX watch_follow_up_of_database ON watch_follow_up USING btree (database_id, rule);

create table watch_lease (
  name text not null,
  holder uuid not null,
  until_at timestamp with time zone not null,
  constraint watch_lease_key PRIMARY KEY (name)
);

create table watch_look (
  probe_id uuid not null,
  vantage_id uuid not null,
  begun_at timestamp with time zone,
  last_at timestamp with time zone,
  took_ms integer,
  problem text,
  certificate_until timestamp with time zone,
  following jsonb,
  settled_to timestamp with time zone,
  stretch_from timestamp with time zone,
  stretch_state text,
  elsewhere_id uuid default NULLIF(vantage_id, '00000000-0000-0000-0000-000000000000'::uuid),
  constraint watch_look_key PRIMARY KEY (probe_id, vantage_id),
  constraint watch_look_probe FOREIGN KEY (probe_id) REFERENCES watch_probe(id),
  constraint watch_look_vantage FOREIGN KEY (elsewhere_id) REFERENCES watch_vantage(id)
);
CREATE INDEX watch_look_of_vantage ON watch_look USING btree (vantage_id);

create table watch_look_stretch (
  probe_id uuid not null,
  vantage_id uuid not null,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone not null,
  state text not null,
  constraint watch_look_stretch_key PRIMARY KEY (probe_id, vantage_id, from_at),
  constraint watch_look_stretch_look FOREIGN KEY (probe_id, vantage_id) REFERENCES watch_look(probe_id, vantage_id) ON DELETE CASCADE,
  constraint watch_look_stretch_span CHECK ((from_at < to_at)),
  constraint watch_look_stretch_state CHECK ((state = ANY (ARRAY['up'::text, 'down'::text, 'unknown'::text])))
);

create table watch_page (
  unit_id uuid not null,
  code text not null,
  title text not null,
  is_open boolean not null,
  kept_at timestamp with time zone not null,
  kept_by uuid not null,
  constraint watch_page_code UNIQUE (code),
  constraint watch_page_key PRIMARY KEY (unit_id),
  constraint watch_page_kept_by FOREIGN KEY (kept_by) REFERENCES directory_person(id),
  constraint watch_page_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint watch_page_titled CHECK ((title <> ''::text))
);

create table watch_planned (
  occurrence_id uuid not null,
  database_id uuid not null,
  rule text not null,
  checkup_id uuid not null,
  planned_at timestamp with time zone not null,
  planned_by uuid not null,
  constraint watch_planned_key PRIMARY KEY (occurrence_id, database_id, rule),
  constraint watch_planned_by FOREIGN KEY (planned_by) REFERENCES directory_person(id),
  constraint watch_planned_checkup FOREIGN KEY (checkup_id) REFERENCES watch_checkup(id),
  constraint watch_planned_database FOREIGN KEY (database_id) REFERENCES watch_database(id),
  constraint watch_planned_occurrence FOREIGN KEY (occurrence_id) REFERENCES upkeep_occurrence(id)
);
CREATE INDEX watch_planned_of_database ON watch_planned USING btree (database_id, rule);

create table watch_probe (
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  service text not null,
  target jsonb not null,
  sealed text not null,
  beat_hash text,
  beat_at timestamp with time zone,
  every_seconds integer not null,
  timeout_ms integer not null,
  retries integer not null,
  retry_seconds integer not null,
  quorum jsonb not null,
  parent_id uuid,
  is_on boolean not null,
  made_at timestamp with time zone not null,
  desk_service text not null,
  vantages_needed integer,
  placed_at timestamp with time zone,
  constraint watch_probe_beat UNIQUE (beat_hash),
  constraint watch_probe_once UNIQUE (unit_id, name),
  constraint watch_probe_key PRIMARY KEY (id),
  constraint watch_probe_parent FOREIGN KEY (parent_id) REFERENCES watch_probe(id),
  constraint watch_probe_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint watch_probe_every CHECK (((every_seconds >= 10) AND (every_seconds <= 3600))),
  constraint watch_probe_name CHECK ((name <> ''::text)),
  constraint watch_probe_needed CHECK (((vantages_needed >= 1) AND (vantages_needed <= 20))),
  constraint watch_probe_placed CHECK (((vantages_needed IS NULL) = (placed_at IS NULL))),
  constraint watch_probe_timeout CHECK (((timeout_ms >= 100) AND (timeout_ms <= 60000)))
);
CREATE INDEX watch_probe_below ON watch_probe USING btree (parent_id) WHERE (parent_id IS NOT NULL);

create table watch_sample (
  probe_id uuid not null,
  at timestamp with time zone not null,
  is_up boolean not null,
  holds integer not null,
  took_ms integer not null,
  problem text not null,
  vantage_id uuid not null default '00000000-0000-0000-0000-000000000000'::uuid,
  constraint watch_sample_key PRIMARY KEY (probe_id, at, vantage_id),
  constraint watch_sample_holds CHECK ((holds > 0))
) partition by RANGE (at);

create table watch_series (
  probe_id uuid not null,
  begun_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  took_ms integer not null,
  problem text not null,
  certificate_until timestamp with time zone,
  following jsonb not null,
  settled_to timestamp with time zone not null,
  stretch_from timestamp with time zone not null,
  stretch_state text not null,
  constraint watch_series_key PRIMARY KEY (probe_id),
  constraint watch_series_probe FOREIGN KEY (probe_id) REFERENCES watch_probe(id)
);

create table watch_signal (
  id uuid not null,
  source_id uuid not null,
  fingerprint text not null,
  about text not null,
  title text not null,
  severity text not null,
  began_at timestamp with time zone not null,
  heard_at timestamp with time zone not null,
  times integer not null,
  over_at timestamp with time zone,
  alarm_id uuid,
  quiet_minutes integer,
  constraint watch_signal_key PRIMARY KEY (id),
  constraint watch_signal_alarm FOREIGN KEY (alarm_id) REFERENCES watch_alarm(id),
  constraint watch_signal_source FOREIGN KEY (source_id) REFERENCES watch_source(id)
);
CREATE INDEX watch_signal_of_alarm ON watch_signal USING btree (alarm_id) WHERE (alarm_id IS NOT NULL);
CREATE UNIQUE INDEX watch_signal_open ON watch_signal USING btree (source_id, fingerprint) WHERE (over_at IS NULL);

create table watch_signal_told (
  source_id uuid not null,
  message text not null,
  heard_at timestamp with time zone not null,
  constraint watch_signal_told_key PRIMARY KEY (source_id, message),
  constraint watch_signal_told_source FOREIGN KEY (source_id) REFERENCES watch_source(id)
);

create table watch_source (
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  kind text not null,
  desk_service text not null,
  word_hash text not null,
  is_on boolean not null,
  made_at timestamp with time zone not null,
  last_at timestamp with time zone,
  senders text[] not null,
  signing text not null,
  sealed text not null,
  security jsonb,
  constraint watch_source_once UNIQUE (unit_id, name),
  constraint watch_source_word UNIQUE (word_hash),
  constraint watch_source_key PRIMARY KEY (id),
  constraint watch_source_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint watch_source_named CHECK ((name <> ''::text)),
  constraint watch_source_signing CHECK ((signing = ANY (ARRAY['none'::text, 'timestamped'::text, 'plain'::text])))
);

create table watch_stretch (
  probe_id uuid not null,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone not null,
  state text not null,
  constraint watch_stretch_key PRIMARY KEY (probe_id, from_at),
  constraint watch_stretch_probe FOREIGN KEY (probe_id) REFERENCES watch_probe(id),
  constraint watch_stretch_span CHECK ((from_at < to_at)),
  constraint watch_stretch_state CHECK ((state = ANY (ARRAY['up'::text, 'down'::text, 'unknown'::text])))
);

create table watch_summed (
  probe_id uuid not null,
  settled_to timestamp with time zone not null,
  constraint watch_summed_key PRIMARY KEY (probe_id),
  constraint watch_summed_probe FOREIGN KEY (probe_id) REFERENCES watch_probe(id)
);

create table watch_vantage (
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  word_hash text not null,
  is_on boolean not null,
  made_at timestamp with time zone not null,
  heard_at timestamp with time zone,
  clock_ms integer,
  constraint watch_vantage_once UNIQUE (unit_id, name),
  constraint watch_vantage_word UNIQUE (word_hash),
  constraint watch_vantage_key PRIMARY KEY (id),
  constraint watch_vantage_unit FOREIGN KEY (unit_id) REFERENCES directory_unit(id),
  constraint watch_vantage_named CHECK ((name <> ''::text))
);

create view shared_delivery as
 SELECT delivery.id,
    purchase.unit_id,
    purchase.project_id,
    purchase.contract_id,
    purchase.item,
    purchase.unit_word,
    delivery.quantity,
    delivery.delivered_on,
    delivery.note_number,
    delivery.recorded_at
   FROM (contracts_delivery delivery
     JOIN contracts_purchase purchase ON ((purchase.id = delivery.purchase_id)));

create view shared_payment as
 SELECT payment.id,
    payment.project_id,
    payment.paid_on,
    payment.amount,
    payment.voucher,
    payment.payee,
    payment.purpose,
    LEAST(payment.recorded_at, list.imported_at) AS entered_at,
    list.imported_at AS listed_at
   FROM (performance_payment payment
     LEFT JOIN performance_payment_list list ON ((list.id = payment.list_id)));

create view shared_project as
 SELECT id,
    unit_id,
    name
   FROM performance_project;

create view shared_ticket as
 SELECT id,
    number,
    what,
    unit_id,
    team_id
   FROM desk_ticket;
