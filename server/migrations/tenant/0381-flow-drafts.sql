-- A version the office published itself; those that come with a place have nobody's name.
alter table flow_definition add column published_at timestamptz, add column published_by uuid constraint flow_definition_by references directory_person, add constraint flow_definition_published check ((published_at is null) = (published_by is null));

-- What is being drawn, one draft a flow.
create table flow_draft (
  key text constraint flow_draft_key primary key,
  definition jsonb not null,
  revision integer not null constraint flow_draft_counts check (revision > 0),
  edited_at timestamptz not null,
  edited_by uuid not null constraint flow_draft_by references directory_person
);
