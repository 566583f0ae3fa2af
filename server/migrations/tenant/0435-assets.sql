create table assets_room (
  id uuid constraint assets_room_key primary key,
  unit_id uuid not null constraint assets_room_unit references directory_unit,
  name text not null constraint assets_room_name check (name <> ''),
  is_store boolean not null,
  made_at timestamptz not null,
  made_by uuid not null constraint assets_room_by references directory_person,
  constraint assets_room_once unique (unit_id, name)
);

-- 资产卡片: what it is, where it is, and when it came, entered the books and left.
create table assets_asset (
  id uuid constraint assets_asset_key primary key,
  unit_id uuid not null constraint assets_asset_unit references directory_unit,
  project_id uuid constraint assets_asset_project references performance_project,
  room_id uuid constraint assets_asset_room references assets_room,
  number text not null constraint assets_asset_number check (number <> ''),
  name text not null constraint assets_asset_name check (name <> ''),
  category text not null constraint assets_asset_category check (category in ('network', 'server', 'security', 'endpoint', 'room-facility', 'audio-video', 'software', 'other')),
  model text not null,
  serial text not null,
  price numeric,
  keeper text not null,
  state text not null constraint assets_asset_state check (state in ('in-use', 'in-store', 'repair', 'lost', 'scrapped')),
  state_since date not null,
  delivered_on date,
  entered_on date not null,
  warranty_until date,
  recorded_at timestamptz not null,
  recorded_by uuid not null constraint assets_asset_by references directory_person,
  constraint assets_asset_once unique (unit_id, number)
);

create index assets_asset_by_number on assets_asset (number, id);

-- The life of an asset: put in, taken out, moved, broken, repaired, scrapped. Never changed.
create table assets_event (
  id uuid constraint assets_event_key primary key,
  asset_id uuid not null constraint assets_event_of references assets_asset,
  happened_on date not null,
  state text not null,
  room_id uuid constraint assets_event_room references assets_room,
  keeper text not null,
  note text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null constraint assets_event_by references directory_person
);

create index assets_event_of_asset on assets_event (asset_id, happened_on, id);

create table assets_storage_check (
  id uuid constraint assets_storage_check_key primary key,
  room_id uuid not null constraint assets_storage_check_room references assets_room,
  checked_on date not null,
  items integer not null constraint assets_storage_check_items check (items > 0),
  passed integer not null,
  note text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null constraint assets_storage_check_by references directory_person,
  constraint assets_storage_check_counts check (passed between 0 and items)
);

create table assets_stocktake (
  id uuid constraint assets_stocktake_key primary key,
  unit_id uuid not null constraint assets_stocktake_unit references directory_unit,
  name text not null,
  opened_on date not null,
  closed_on date,
  opened_at timestamptz not null,
  opened_by uuid not null constraint assets_stocktake_by references directory_person,
  closed_at timestamptz,
  closed_by uuid constraint assets_stocktake_closed_by references directory_person
);

-- Laid out for every asset when the stocktake opens, so that what nobody finds is missing and not left out.
create table assets_count (
  stocktake_id uuid not null constraint assets_count_stocktake references assets_stocktake,
  asset_id uuid not null constraint assets_count_asset references assets_asset,
  expected_room_id uuid constraint assets_count_expected references assets_room,
  found_room_id uuid constraint assets_count_found references assets_room,
  counted_at timestamptz,
  counted_by uuid constraint assets_count_by references directory_person,
  constraint assets_count_key primary key (stocktake_id, asset_id),
  constraint assets_count_counted check ((counted_at is null) = (counted_by is null))
);
