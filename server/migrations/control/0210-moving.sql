-- A tenant on its way here: its tables fill, and nobody is served from them yet.
alter table tenant drop constraint tenant_state;

alter table tenant add constraint tenant_state
  check (state in ('making', 'open', 'moving', 'moved', 'arriving', 'dropping'));
