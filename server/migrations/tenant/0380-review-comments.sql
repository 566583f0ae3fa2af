-- What a reviewer says of one cell of a declaration; never changed, only settled.
create table performance_comment (
  id uuid constraint performance_comment_key primary key,
  form_id uuid not null constraint performance_comment_of references performance_form,
  place text not null,
  version integer not null,
  remark text not null constraint performance_comment_said check (remark <> ''),
  made_at timestamptz not null,
  made_by uuid not null constraint performance_comment_by references directory_person,
  settled_at timestamptz,
  settled_by uuid constraint performance_comment_settled_by references directory_person,
  constraint performance_comment_settled check ((settled_at is null) = (settled_by is null)),
  constraint performance_comment_version foreign key (form_id, version) references performance_form_version (form_id, version)
);

create index performance_comment_of_form on performance_comment (form_id, made_at);
