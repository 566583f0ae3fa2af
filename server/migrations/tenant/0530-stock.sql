-- What other modules may read of tickets and deliveries.
create view shared_ticket as select id, number, what, unit_id, team_id from desk_ticket;

create view shared_delivery as
  select delivery.id, purchase.unit_id, purchase.project_id, purchase.contract_id, purchase.item, purchase.unit_word,
         delivery.quantity, delivery.delivered_on, delivery.note_number, delivery.recorded_at
    from contracts_delivery delivery join contracts_purchase purchase on purchase.id = delivery.purchase_id;

-- 耗材备件: what is kept in a store by the piece and not by a card. How many there are is the sum of its movements and stands nowhere.
create table assets_stock_item (
  id uuid constraint assets_stock_item_key primary key,
  unit_id uuid not null constraint assets_stock_item_unit references directory_unit,
  room_id uuid constraint assets_stock_item_room references assets_room,
  code text not null constraint assets_stock_item_code check (code <> ''),
  name text not null constraint assets_stock_item_name check (name <> ''),
  model text not null,
  unit_word text not null constraint assets_stock_item_unit_word check (unit_word <> ''),
  minimum numeric not null constraint assets_stock_item_minimum check (minimum >= 0),
  recorded_at timestamptz not null,
  recorded_by uuid not null constraint assets_stock_item_by references directory_person,
  constraint assets_stock_item_once unique (unit_id, code)
);

create index assets_stock_item_by_code on assets_stock_item (code, id);

-- 盘点 of what lies in a store on a day.
create table assets_stock_count (
  id uuid constraint assets_stock_count_key primary key,
  unit_id uuid not null constraint assets_stock_count_unit references directory_unit,
  room_id uuid constraint assets_stock_count_room references assets_room,
  counted_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null constraint assets_stock_count_by references directory_person
);

-- 出入库: never changed; a wrong one is taken back by another.
create table assets_stock_movement (
  id uuid constraint assets_stock_movement_key primary key,
  item_id uuid not null constraint assets_stock_movement_item references assets_stock_item,
  kind text not null constraint assets_stock_movement_kind check (kind in ('entry', 'issue', 'return', 'correction', 'count')),
  quantity numeric not null constraint assets_stock_movement_quantity check (quantity <> 0),
  happened_on date not null,
  receiver text not null,
  note text not null,
  delivery_id uuid constraint assets_stock_movement_delivery references contracts_delivery,
  ticket_id uuid constraint assets_stock_movement_ticket references desk_ticket,
  work_order_id uuid constraint assets_stock_movement_order references desk_work_order,
  asset_id uuid constraint assets_stock_movement_asset references assets_asset,
  corrects_id uuid constraint assets_stock_movement_corrects references assets_stock_movement constraint assets_stock_movement_corrected_once unique,
  count_id uuid constraint assets_stock_movement_count references assets_stock_count,
  recorded_at timestamptz not null,
  recorded_by uuid not null constraint assets_stock_movement_by references directory_person,
  constraint assets_stock_movement_sign check (case kind when 'issue' then quantity < 0 when 'entry' then quantity > 0 when 'return' then quantity > 0 else true end),
  constraint assets_stock_movement_correction check ((kind = 'correction') = (corrects_id is not null)),
  constraint assets_stock_movement_counted check ((kind = 'count') = (count_id is not null)),
  constraint assets_stock_movement_reason check (kind not in ('correction', 'count') or note <> ''),
  constraint assets_stock_movement_delivered check (delivery_id is null or kind = 'entry')
);

create index assets_stock_movement_of_item on assets_stock_movement (item_id, happened_on, id);

create index assets_stock_movement_of_order on assets_stock_movement (work_order_id) where work_order_id is not null;

create index assets_stock_movement_of_delivery on assets_stock_movement (delivery_id) where delivery_id is not null;

create table assets_stock_counted (
  count_id uuid not null constraint assets_stock_counted_count references assets_stock_count,
  item_id uuid not null constraint assets_stock_counted_item references assets_stock_item,
  expected numeric not null,
  found numeric not null constraint assets_stock_counted_found check (found >= 0),
  constraint assets_stock_counted_key primary key (count_id, item_id)
);

-- A part of a work order that came from the store.
alter table desk_work_part add column item_id uuid constraint desk_work_part_item references assets_stock_item;
