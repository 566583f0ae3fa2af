-- Whether figures of promises are told to whoever reads /metrics; nothing is until an administrator allows it.
create table watch_figures_out (
  only_one boolean constraint watch_figures_out_key primary key constraint watch_figures_out_one check (only_one),
  is_open boolean not null,
  kept_at timestamptz not null,
  kept_by uuid not null constraint watch_figures_out_kept_by references directory_person
);
