-- 专家评分表 of a 重点评价: given to a person to fill in and sign; part of one evaluation once its means are computed.
create table performance_expert_sheet (
  id uuid constraint performance_expert_sheet_key primary key,
  form_id uuid not null constraint performance_expert_sheet_form references performance_self_evaluation,
  person_id uuid not null constraint performance_expert_sheet_person references directory_person,
  asked_at timestamptz not null,
  asked_by uuid not null constraint performance_expert_sheet_asked_by references directory_person,
  -- For each part of the place, in their order.
  points text[] not null,
  remark text not null,
  signed_at timestamptz,
  used_in uuid constraint performance_expert_sheet_used_in references performance_re_evaluation,
  constraint performance_expert_sheet_signed check ((signed_at is null) = (points = '{}')),
  constraint performance_expert_sheet_used check (used_in is null or signed_at is not null)
);

create unique index performance_expert_sheet_once on performance_expert_sheet (form_id, person_id) where used_in is null;

create index performance_expert_sheet_of on performance_expert_sheet (person_id);
