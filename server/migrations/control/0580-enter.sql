-- What every transaction of a tenant begins with, kept worked out by each connection: hold the tenant where it is, and
-- become its role on its tables. Each statement sees what was committed while the one before it waited.
create function enter(wanted text) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended(wanted, 0));
  perform from shiji_control.tenant where schema_name = wanted and state = 'open';
  if not found then
    raise exception 'tenant % is not held here', wanted using errcode = 'TM001';
  end if;
  perform set_config('role', wanted, true), set_config('search_path', wanted, true);
end $$;
