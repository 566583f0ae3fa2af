import type { Question } from './question.ts'

/**
 * Written from Microsoft's documentation of catalog views and dynamic management views; asked of no live server yet. What
 * a row shows besides its rule, subject and value stands in columns of its own.
 */

export const SQLSERVER_VERSION = `select cast(serverproperty('ProductVersion') as nvarchar(40)) as "version"`

export const SQLSERVER_FIGURES = [
  `select 'size-bytes' as "name", sum(cast(size as bigint)) * 8192 as "value" from sys.database_files`,
  `select 'tables' as "name", count(*) as "value" from sys.tables where is_ms_shipped = 0`,
  `select 'connections' as "name", count(*) as "value" from sys.dm_exec_sessions where is_user_process = 1`,
  `select 'connections-most' as "name", @@max_connections as "value"`,
  `select 'uptime-seconds' as "name", datediff(second, sqlserver_start_time, sysdatetime()) as "value" from sys.dm_os_sys_info`,
] as const

const SETTINGS: Question = {
  area: 'configuration',
  sql: `
select 'checksums-off' as "rule", '' as "subject", null as "value", 'page_verify' as "setting",
  page_verify_option_desc as "is"
from sys.databases where database_id = db_id() and page_verify_option_desc <> 'CHECKSUM'
union all
select 'commit-not-safe', '', null, 'delayed_durability', delayed_durability_desc
from sys.databases where database_id = db_id() and delayed_durability_desc = 'FORCED'`,
}

const CONNECTIONS: Question = {
  area: 'configuration',
  sql: `
select 'connections-near-limit' as "rule", '' as "subject", floor(100.0 * count(*) / @@max_connections) as "value",
  count(*) as "used", @@max_connections as "most"
from sys.dm_exec_sessions where is_user_process = 1`,
}

const TABLES: Question = {
  area: 'space',
  sql: `
select top 200 'no-primary-key' as "rule", schema_name(t.schema_id) + '.' + t.name as "subject", null as "value"
from sys.tables t
where t.is_ms_shipped = 0 and not exists (
  select 1 from sys.key_constraints k where k.parent_object_id = t.object_id and k.type = 'PK')
order by t.name`,
}

const NUMBERS: Question = {
  area: 'space',
  sql: `
select 'numbers-run-out' as "rule", "column" as "subject", floor(100 * last_number / most_number) as "value",
  cast(last_number as varchar(40)) as "last", cast(most_number as varchar(40)) as "most"
from (
  select object_name(i.object_id) + '.' + i.name as "column", cast(i.last_value as decimal(38, 0)) as last_number,
    case type_name(i.system_type_id) when 'tinyint' then 255.0 when 'smallint' then 32767.0
      when 'int' then 2147483647.0 else 9223372036854775807.0 end as most_number
  from sys.identity_columns i join sys.tables t on t.object_id = i.object_id
  where t.is_ms_shipped = 0 and i.last_value is not null and cast(i.increment_value as decimal(38, 0)) > 0) as numbered`,
}

/** By the hash of a statement and not by its words, which may hold what people entered. */
const STATEMENTS: Question = {
  area: 'queries',
  sql: `
select top 10 'statement-slow' as "rule", convert(varchar(20), query_hash, 1) as "subject",
  sum(total_elapsed_time) / sum(execution_count) / 1000 as "value", sum(execution_count) as "calls"
from sys.dm_exec_query_stats
group by query_hash having sum(execution_count) > 2
order by sum(total_elapsed_time) / sum(execution_count) desc`,
}

const WAITS: Question = {
  area: 'locks',
  sql: `
select 'lock-wait' as "rule", concat('#', session_id) as "subject", wait_time / 1000 as "value",
  concat('#', blocking_session_id) as "by"
from sys.dm_exec_requests where blocking_session_id > 0`,
}

const TRANSACTIONS: Question = {
  area: 'locks',
  sql: `
select 'transaction-idle' as "rule", concat(login_name, ' #', session_id) as "subject",
  datediff(second, last_request_end_time, getdate()) as "value"
from sys.dm_exec_sessions where is_user_process = 1 and open_transaction_count > 0 and status = 'sleeping'
union all
select 'transaction-long', concat(s.login_name, ' #', s.session_id),
  datediff(second, a.transaction_begin_time, getdate())
from sys.dm_tran_session_transactions t
join sys.dm_tran_active_transactions a on a.transaction_id = t.transaction_id
join sys.dm_exec_sessions s on s.session_id = t.session_id
where t.is_user_transaction = 1 and s.status = 'running' and s.session_id <> @@spid`,
}

const INDEXES: Question = {
  area: 'indexes',
  sql: `
select 'index-invalid' as "rule", i.name as "subject", null as "value", object_name(i.object_id) as "table"
from sys.indexes i join sys.tables t on t.object_id = i.object_id
where t.is_ms_shipped = 0 and i.is_disabled = 1`,
}

const USED: Question = {
  area: 'indexes',
  sql: `
select 'index-unused' as "rule", i.name as "subject", p.used_pages * 8 as "value", t.name as "table"
from sys.indexes i
join sys.tables t on t.object_id = i.object_id
join (select object_id, index_id, sum(used_page_count) as used_pages from sys.dm_db_partition_stats
  group by object_id, index_id) p on p.object_id = i.object_id and p.index_id = i.index_id
left join sys.dm_db_index_usage_stats u
  on u.object_id = i.object_id and u.index_id = i.index_id and u.database_id = db_id()
where t.is_ms_shipped = 0 and i.type = 2 and i.is_unique = 0 and i.is_disabled = 0
  and coalesce(u.user_seeks, 0) + coalesce(u.user_scans, 0) + coalesce(u.user_lookups, 0) = 0`,
}

const SCANS: Question = {
  area: 'indexes',
  sql: `
select 'index-missing' as "rule", t.name as "subject", u.user_scans as "value", p.row_count as "rows"
from sys.dm_db_index_usage_stats u
join sys.tables t on t.object_id = u.object_id
join (select object_id, sum(row_count) as row_count from sys.dm_db_partition_stats where index_id in (0, 1)
  group by object_id) p on p.object_id = t.object_id
where u.database_id = db_id() and u.index_id in (0, 1) and t.is_ms_shipped = 0 and p.row_count >= 10000`,
}

const BACKUP: Question = {
  area: 'backup',
  sql: `
select 'archiving-off' as "rule", '' as "subject", null as "value", 'recovery_model' as "setting",
  recovery_model_desc as "is"
from sys.databases where database_id = db_id() and recovery_model_desc = 'SIMPLE'`,
}

const REPLICAS: Question = {
  area: 'replication',
  sql: `
select 'replica-stopped' as "rule", r.replica_server_name as "subject", null as "value",
  s.synchronization_state_desc as "state"
from sys.dm_hadr_database_replica_states s join sys.availability_replicas r on r.replica_id = s.replica_id
where s.database_id = db_id() and s.synchronization_state_desc = 'NOT SYNCHRONIZING'
union all
select 'replica-behind', r.replica_server_name, s.secondary_lag_seconds, s.synchronization_state_desc
from sys.dm_hadr_database_replica_states s join sys.availability_replicas r on r.replica_id = s.replica_id
where s.database_id = db_id() and s.synchronization_state_desc <> 'NOT SYNCHRONIZING'
  and s.secondary_lag_seconds is not null`,
}

const MIGHTY: Question = {
  area: 'security',
  sql: `
select 'superusers-many' as "rule", stuff((select ', ' + name from sys.server_principals
    where is_srvrolemember('sysadmin', name) = 1 and type in ('S', 'U', 'G') and is_disabled = 0
      and name not like 'NT SERVICE\\%' and name not like '##%' order by name for xml path('')), 1, 2, '') as "subject",
  count(*) as "value"
from sys.server_principals
where is_srvrolemember('sysadmin', name) = 1 and type in ('S', 'U', 'G') and is_disabled = 0
  and name not like 'NT SERVICE\\%' and name not like '##%'
union all
select 'watcher-too-mighty', suser_sname(), null where is_srvrolemember('sysadmin') = 1`,
}

/** Nothing of a password leaves the database. */
const PASSWORDS: Question = {
  area: 'security',
  sql: `
select 'password-missing' as "rule", name as "subject", null as "value", null as "setting", null as "is"
from sys.sql_logins where is_disabled = 0 and pwdcompare('', password_hash) = 1
union all
select 'passwords-weak', name, null, 'CHECK_POLICY ' + name, 'OFF'
from sys.sql_logins where is_disabled = 0 and is_policy_checked = 0 and name not like '##%'`,
}

const LINE: Question = {
  area: 'security',
  sql: `
select 'not-encrypted' as "rule", '' as "subject", null as "value", 'encrypt_option' as "setting", encrypt_option as "is"
from sys.dm_exec_connections where session_id = @@spid and encrypt_option = 'FALSE'`,
}

export const SQLSERVER_QUESTIONS: readonly Question[] = [
  ...[SETTINGS, CONNECTIONS, TABLES, NUMBERS, STATEMENTS, WAITS, TRANSACTIONS, INDEXES, USED, SCANS, BACKUP],
  ...[REPLICAS, MIGHTY, PASSWORDS, LINE],
]
