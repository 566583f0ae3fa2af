-- A typed count may bring the export of its system later: what was typed stays, and from then on it is documented.
alter table upkeep_reading add column export_id uuid constraint upkeep_reading_export references documents_document;

alter table upkeep_reading add column export_at timestamptz;

alter table upkeep_reading add column export_by uuid constraint upkeep_reading_export_by references directory_person;

alter table upkeep_reading add constraint upkeep_reading_exported check (num_nulls(export_id, export_at, export_by) in (0, 3) and (export_id is null or source = 'typed'));
