-- What is read again and again: a meter, a line, a device, a count of another system. One that was changed ends, and another begins.
create table upkeep_meter (
  id uuid constraint upkeep_meter_key primary key,
  unit_id uuid not null constraint upkeep_meter_unit references directory_unit,
  project_id uuid constraint upkeep_meter_project references performance_project,
  kind text not null constraint upkeep_meter_kind check (kind in ('energy', 'pue', 'speed', 'performance', 'counted')),
  subject text,
  name text not null constraint upkeep_meter_name check (name <> ''),
  place text not null,
  unit_word text not null,
  least numeric,
  most numeric,
  rated numeric constraint upkeep_meter_rated check (rated > 0),
  made_at timestamptz not null,
  made_by uuid not null constraint upkeep_meter_made_by references directory_person,
  ended_at timestamptz,
  constraint upkeep_meter_subject check ((subject is null) = (kind <> 'counted')),
  constraint upkeep_meter_has_rated check ((rated is null) = (kind <> 'performance')),
  constraint upkeep_meter_limits check (least <= most)
);

create unique index upkeep_meter_named on upkeep_meter (unit_id, name) where ended_at is null;

-- A reading that was wrong is taken back with its reason and stays; the right one is another.
create table upkeep_reading (
  id uuid constraint upkeep_reading_key primary key,
  meter_id uuid not null constraint upkeep_reading_meter references upkeep_meter,
  at timestamptz not null,
  entered_at timestamptz not null,
  entered_by uuid not null constraint upkeep_reading_entered_by references directory_person,
  is_late_entry boolean not null,
  device text,
  ahead_seconds integer not null,
  source text not null constraint upkeep_reading_source check (source in ('typed', 'photo', 'file', 'list')),
  value numeric not null constraint upkeep_reading_value check (value >= 0),
  of_all numeric constraint upkeep_reading_of check (of_all >= value),
  document_id uuid constraint upkeep_reading_document references documents_document,
  note text not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid constraint upkeep_reading_withdrawn_by references directory_person,
  withdrawn_because text,
  constraint upkeep_reading_proved check ((document_id is null) = (source = 'typed')),
  constraint upkeep_reading_withdrawn check (num_nulls(withdrawn_at, withdrawn_by, withdrawn_because) in (0, 3))
);

create unique index upkeep_reading_once on upkeep_reading (meter_id, at) where withdrawn_at is null;
