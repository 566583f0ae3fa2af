-- 满意度调查: a list of the people served, a sample drawn from it by a seed that is printed, and answers nobody can join to a person.
create table desk_survey (
  id uuid constraint desk_survey_key primary key,
  unit_id uuid not null constraint desk_survey_unit references directory_unit,
  project_id uuid constraint desk_survey_project references performance_project,
  title text not null constraint desk_survey_title check (title <> ''),
  audience text not null constraint desk_survey_audience check (audience in ('department', 'staff', 'managers', 'school', 'teacher', 'served', 'public')),
  seed text not null,
  sample_size integer not null constraint desk_survey_sample check (sample_size > 0),
  minimum integer not null constraint desk_survey_minimum check (minimum >= 5),
  judged_on date not null,
  closes_at timestamptz not null,
  opened_at timestamptz not null,
  opened_by uuid not null constraint desk_survey_opened_by references directory_person,
  closed_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_because text,
  constraint desk_survey_withdrawn check ((withdrawn_at is null) = (withdrawn_because is null))
);

create index desk_survey_when on desk_survey (judged_on desc);

create index desk_survey_running on desk_survey (closes_at) where closed_at is null and withdrawn_at is null;

-- The sampling frame in its order: everybody listed, who is barred from answering, and who was drawn.
create table desk_survey_person (
  survey_id uuid not null constraint desk_survey_person_of references desk_survey,
  number integer not null,
  person_id uuid constraint desk_survey_person_who references directory_person,
  name text not null,
  office text not null,
  is_barred boolean not null,
  is_drawn boolean not null,
  constraint desk_survey_person_key primary key (survey_id, number),
  constraint desk_survey_person_fair check (not (is_barred and is_drawn))
);

-- One link for everybody drawn, of nobody in particular: whether it was used, and neither when nor what for.
create table desk_survey_link (
  code_hash text constraint desk_survey_link_key primary key,
  survey_id uuid not null constraint desk_survey_link_of references desk_survey,
  is_used boolean not null default false
);

create index desk_survey_link_of_survey on desk_survey_link (survey_id);

-- The ballots, counted and not kept: all five lines are written at every answer, so that none tells which it was.
create table desk_survey_tally (
  survey_id uuid not null constraint desk_survey_tally_of references desk_survey,
  score integer not null constraint desk_survey_tally_score check (score between 1 and 5),
  count integer not null,
  constraint desk_survey_tally_key primary key (survey_id, score)
);
