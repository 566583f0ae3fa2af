-- One server's own record of the tenants it holds. `placement` on the first server says which server holds whom.
create table tenant (
  id uuid constraint tenant_key primary key,
  slug text not null constraint tenant_slug_once unique constraint tenant_slug_plain check (slug ~ '^[a-z0-9-]{1,40}$'),
  name text not null constraint tenant_named check (name <> ''),
  schema_name text not null constraint tenant_schema_once unique,
  time_zone text not null default 'Asia/Shanghai',
  state text not null constraint tenant_state check (state in ('making', 'open', 'moving', 'moved', 'dropping')),
  created_at timestamptz not null
);

create table placement (
  tenant_id uuid constraint placement_key primary key,
  server text not null,
  changed_at timestamptz not null
);
