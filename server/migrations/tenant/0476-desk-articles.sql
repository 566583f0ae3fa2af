-- 知识库: what helped before, in words. What is published was confirmed by a second person.
create table desk_article (
  id uuid constraint desk_article_key primary key,
  number text not null constraint desk_article_number unique,
  unit_id uuid not null constraint desk_article_unit references directory_unit,
  owner_id uuid not null constraint desk_article_owner references directory_person,
  published_version integer,
  valid_until date not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid constraint desk_article_withdrawn_by references directory_person,
  withdrawn_because text not null,
  written_at timestamptz not null
);

-- Versions are added and never rewritten once they were published; the last one may be a draft.
create table desk_article_version (
  article_id uuid not null constraint desk_article_version_article references desk_article,
  version integer not null,
  title text not null constraint desk_article_version_title check (title <> ''),
  service text not null,
  audience text not null constraint desk_article_version_audience check (audience in ('team', 'everybody')),
  symptoms text not null,
  remedy text not null constraint desk_article_version_remedy check (remedy <> ''),
  valid_until date not null,
  written_by uuid not null constraint desk_article_version_written_by references directory_person,
  written_at timestamptz not null,
  confirmed_by uuid constraint desk_article_version_confirmed_by references directory_person,
  confirmed_at timestamptz,
  ticket_id uuid constraint desk_article_version_ticket references desk_ticket,
  problem_id uuid constraint desk_article_version_problem references desk_problem,
  folded text not null,
  pairs text[] not null,
  constraint desk_article_version_key primary key (article_id, version),
  constraint desk_article_second_person check (confirmed_by is null or confirmed_by <> written_by)
);

create index desk_article_pairs on desk_article_version using gin (pairs);

create index desk_article_service on desk_article_version (service);

-- Where an article was used, and whether it helped.
create table desk_article_use (
  article_id uuid not null constraint desk_article_use_article references desk_article,
  ticket_id uuid not null constraint desk_article_use_ticket references desk_ticket,
  used_at timestamptz not null,
  used_by uuid not null constraint desk_article_use_by references directory_person,
  helped boolean,
  judged_at timestamptz,
  judged_by uuid constraint desk_article_use_judged_by references directory_person,
  constraint desk_article_use_key primary key (article_id, ticket_id)
);

create index desk_article_use_of_ticket on desk_article_use (ticket_id);
