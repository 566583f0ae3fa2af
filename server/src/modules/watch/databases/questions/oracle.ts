import type { Question } from './question.ts'

/**
 * Written from Oracle's Database Reference (12.1 and later); asked of no live server yet. What a row shows besides its
 * rule, subject and value stands in columns of its own.
 */

export const ORACLE_VERSION = `select version as "version" from v$instance`

/** Users of the office and not those a database comes with. */
const OURS = "(select username from dba_users where oracle_maintained = 'N')"

export const ORACLE_FIGURES = [
  `select 'size-bytes' as "name", sum(bytes) as "value" from dba_data_files`,
  `select 'tables' as "name", count(*) as "value" from dba_tables where owner in ${OURS}`,
  `select 'connections' as "name", count(*) as "value" from v$session where type = 'USER'`,
  `select 'uptime-seconds' as "name", round((sysdate - startup_time) * 86400) as "value" from v$instance`,
] as const

const SETTINGS: Question = {
  area: 'configuration',
  sql: `
select 'checksums-off' as "rule", '' as "subject", null as "value", name as "setting", value as "is"
from v$parameter where name = 'db_block_checksum' and upper(value) in ('OFF', 'FALSE')
union all
select 'commit-not-safe', '', null, name, value
from v$parameter where name = 'commit_wait' and upper(value) = 'NOWAIT'`,
}

const CONNECTIONS: Question = {
  area: 'configuration',
  sql: `
select 'connections-near-limit' as "rule", resource_name as "subject",
  floor(100 * current_utilization / to_number(trim(limit_value))) as "value",
  current_utilization as "used", trim(limit_value) as "most"
from v$resource_limit
where resource_name in ('sessions', 'processes') and trim(limit_value) not in ('UNLIMITED', '0')`,
}

const SPACE: Question = {
  area: 'space',
  sql: `
select 'tablespace-full' as "rule", tablespace_name as "subject", floor(used_percent) as "value"
from dba_tablespace_usage_metrics`,
}

const TABLES: Question = {
  area: 'space',
  sql: `
select 'no-primary-key' as "rule", t.owner || '.' || t.table_name as "subject", null as "value"
from dba_tables t
where t.owner in ${OURS} and t.temporary = 'N' and t.nested = 'NO' and t.secondary = 'N' and not exists (
  select 1 from dba_constraints c
  where c.owner = t.owner and c.table_name = t.table_name and c.constraint_type = 'P')
order by t.owner, t.table_name fetch first 200 rows only`,
}

const NUMBERS: Question = {
  area: 'space',
  sql: `
select 'numbers-run-out' as "rule", sequence_owner || '.' || sequence_name as "subject",
  floor(100 * last_number / max_value) as "value", to_char(last_number) as "last", to_char(max_value) as "most"
from dba_sequences
where sequence_owner in ${OURS} and cycle_flag = 'N' and increment_by > 0 and max_value > 0`,
}

/** By its number and not by its words, which may hold what people entered. */
const STATEMENTS: Question = {
  area: 'queries',
  sql: `
select 'statement-slow' as "rule", sql_id as "subject", floor(elapsed_time / executions / 1000) as "value",
  executions as "calls"
from v$sqlstats where executions > 2
order by elapsed_time / executions desc fetch first 10 rows only`,
}

const WAITS: Question = {
  area: 'locks',
  sql: `
select 'lock-wait' as "rule", username || ' #' || sid as "subject", floor(wait_time_micro / 1000000) as "value",
  '#' || blocking_session as "by"
from v$session where blocking_session is not null and type = 'USER'`,
}

const TRANSACTIONS: Question = {
  area: 'locks',
  sql: `
select case s.status when 'ACTIVE' then 'transaction-long' else 'transaction-idle' end as "rule",
  s.username || ' #' || s.sid as "subject",
  case s.status when 'ACTIVE' then round((sysdate - t.start_date) * 86400) else s.last_call_et end as "value"
from v$transaction t join v$session s on s.taddr = t.addr
where s.type = 'USER' and s.audsid <> userenv('SESSIONID')`,
}

const INDEXES: Question = {
  area: 'indexes',
  sql: `
select 'index-invalid' as "rule", index_name as "subject", null as "value", table_name as "table"
from dba_indexes where owner in ${OURS} and status = 'UNUSABLE'`,
}

const BACKUP: Question = {
  area: 'backup',
  sql: `
select 'archiving-off' as "rule", '' as "subject", null as "value", 'log_mode' as "setting", log_mode as "is"
from v$database where log_mode = 'NOARCHIVELOG'`,
}

const STANDBY: Question = {
  area: 'replication',
  sql: `
select 'replica-behind' as "rule", name as "subject",
  extract(day from lag) * 86400 + extract(hour from lag) * 3600 + extract(minute from lag) * 60
    + extract(second from lag) as "value", time_computed as "state"
from (select name, to_dsinterval(value) as lag, time_computed from v$dataguard_stats
  where name = 'apply lag' and value is not null)`,
}

const MIGHTY: Question = {
  area: 'security',
  sql: `
select 'superusers-many' as "rule", listagg(u.username, ', ') within group (order by u.username) as "subject",
  count(*) as "value"
from dba_users u join dba_role_privs r on r.grantee = u.username and r.granted_role = 'DBA'
where u.account_status = 'OPEN'
union all
select 'watcher-too-mighty', user, null from session_roles where role = 'DBA'`,
}

/** Nothing of a password leaves the database. */
const PASSWORDS: Question = {
  area: 'security',
  sql: `
select 'password-default' as "rule", d.username as "subject", null as "value"
from dba_users_with_defpwd d join dba_users u on u.username = d.username
where u.account_status = 'OPEN'
union all
select 'password-weak', username, null
from dba_users where account_status = 'OPEN' and instr(password_versions, '10G') > 0`,
}

const PROFILES: Question = {
  area: 'security',
  sql: `
select 'passwords-weak' as "rule", resource_name as "subject", null as "value",
  profile || ' ' || resource_name as "setting", limit as "is"
from dba_profiles
where (resource_name = 'FAILED_LOGIN_ATTEMPTS' and limit = 'UNLIMITED')
  or (resource_name = 'PASSWORD_VERIFY_FUNCTION' and limit = 'NULL')`,
}

export const ORACLE_QUESTIONS: readonly Question[] = [
  ...[SETTINGS, CONNECTIONS, SPACE, TABLES, NUMBERS, STATEMENTS, WAITS, TRANSACTIONS, INDEXES, BACKUP, STANDBY],
  ...[MIGHTY, PASSWORDS, PROFILES],
]
