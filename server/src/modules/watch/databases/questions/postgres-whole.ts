import type { FigureQuestion, Question } from './question.ts'

/** Of the whole database; from the catalogue and the statistics views of PostgreSQL 13 and later. */
export const POSTGRES_FIGURES: FigureQuestion = `
select 'size-bytes' as name, pg_database_size(current_database())::bigint as value
union all select 'tables', count(*) from pg_stat_user_tables
union all select 'connections', count(*) from pg_stat_activity where backend_type = 'client backend'
union all select 'connections-most', current_setting('max_connections')::bigint
union all select 'uptime-seconds', extract(epoch from now() - pg_postmaster_start_time())::bigint
union all select 'cache-hit-percent', round(100.0 * blks_hit / nullif(blks_hit + blks_read, 0))::bigint
  from pg_stat_database where datname = current_database()
union all select 'deadlocks', deadlocks from pg_stat_database where datname = current_database()`

const SETTINGS: Question = {
  area: 'configuration',
  sql: `
select found.rule, '' as subject, null::bigint as value, jsonb_build_object('setting', name, 'is', setting) as shown
from pg_settings
join (values ('fsync', 'off', 'fsync-off'), ('full_page_writes', 'off', 'torn-pages'), ('autovacuum', 'off', 'autovacuum-off'),
  ('data_checksums', 'off', 'checksums-off'), ('synchronous_commit', 'off', 'commit-not-safe'),
  ('archive_mode', 'off', 'archiving-off'), ('ssl', 'off', 'not-encrypted'), ('password_encryption', 'md5', 'passwords-weak')
) as found (setting_name, bad, rule) on found.setting_name = name and found.bad = setting`,
}

const CONNECTIONS: Question = {
  area: 'configuration',
  sql: `
select 'connections-near-limit' as rule, '' as subject, (100 * count(*) / current_setting('max_connections')::bigint) as value,
  jsonb_build_object('used', count(*), 'most', current_setting('max_connections')) as shown
from pg_stat_activity where backend_type = 'client backend'`,
}

/** What others say to the database is not repeated: it may hold what a person typed. */
const SESSIONS: Question = {
  area: 'locks',
  sql: `
select case when cardinality(pg_blocking_pids(pid)) > 0 then 'lock-wait'
  when state like 'idle in transaction%' then 'transaction-idle' else 'transaction-long' end as rule,
  concat_ws(' ', usename, application_name, 'pid ' || pid) as subject,
  extract(epoch from clock_timestamp() - case when cardinality(pg_blocking_pids(pid)) > 0 then query_start
    when state like 'idle in transaction%' then state_change else xact_start end)::bigint as value,
  jsonb_build_object('by', array_to_string(pg_blocking_pids(pid), ', ')) as shown
from pg_stat_activity
where xact_start is not null and backend_type = 'client backend' and pid <> pg_backend_pid()`,
}

const WORK: Question = {
  area: 'queries',
  sql: `
select 'cache-hit-low' as rule, '' as subject, 100 - round(100.0 * blks_hit / (blks_hit + blks_read))::bigint as value,
  jsonb_build_object('percent', round(100.0 * blks_hit / (blks_hit + blks_read))) as shown
from pg_stat_database where datname = current_database() and blks_hit + blks_read > 100000
union all
select 'deadlocks', '', deadlocks, '{}' from pg_stat_database where datname = current_database()
union all
select 'statements-not-kept', 'pg_stat_statements', null, '{}' where not exists (select from pg_extension where extname = 'pg_stat_statements')`,
}

/** Statements as the extension keeps them, with what people typed left out. */
export const SLOW_STATEMENTS: Question = {
  area: 'queries',
  sql: `
select 'statement-slow' as rule, left(regexp_replace(query, '\\s+', ' ', 'g'), 160) as subject,
  mean_exec_time::bigint as value, jsonb_build_object('calls', calls) as shown
from pg_stat_statements
where dbid = (select oid from pg_database where datname = current_database()) and calls > 2
order by mean_exec_time desc limit 10`,
}

const AGES: Question = {
  area: 'space',
  sql: `
select 'ids-run-out' as rule, datname::text as subject, (100 * age(datfrozenxid)::bigint / 2147483648) as value,
  jsonb_build_object('age', age(datfrozenxid)) as shown
from pg_database where datallowconn
union all
select 'numbers-run-out', schemaname || '.' || sequencename,
  (100 * last_value::numeric / max_value)::bigint, jsonb_build_object('last', last_value, 'most', max_value)
from pg_sequences where last_value is not null and increment_by > 0 and not cycle`,
}

const REPLICATION: Question = {
  area: 'replication',
  sql: `
select 'replica-behind' as rule, concat_ws(' ', application_name, client_addr) as subject,
  extract(epoch from coalesce(replay_lag, interval '0'))::bigint as value, jsonb_build_object('state', state) as shown
from pg_stat_replication
union all
select 'slot-idle', slot_name::text, pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn)::bigint / 1048576, jsonb_build_object('kind', slot_type)
from pg_replication_slots where not active and not pg_is_in_recovery()`,
}

const ARCHIVE: Question = {
  area: 'backup',
  sql: `
select 'archiving-fails' as rule, '' as subject, failed_count as value,
  jsonb_build_object('wal', last_failed_wal, 'at', to_char(last_failed_time at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')) as shown
from pg_stat_archiver where last_failed_time > coalesce(last_archived_time, '-infinity')`,
}

export const POSTGRES_WHOLE = [SETTINGS, CONNECTIONS, SESSIONS, WORK, AGES, REPLICATION, ARCHIVE]
