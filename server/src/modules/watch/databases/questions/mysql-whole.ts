import type { Question } from './question.ts'

export const MYSQL_SIZE = `
select ifnull(sum(data_length + index_length), 0) as bytes, count(*) as tables
from information_schema.tables where table_schema = database() and table_type = 'BASE TABLE'`

/** What others say to the database is not repeated. */
export const MYSQL_SESSIONS: Question = {
  area: 'locks',
  sql: `
select case when p.command = 'Sleep' then 'transaction-idle' else 'transaction-long' end as rule,
  concat(p.user, ' #', p.id) as subject,
  case when p.command = 'Sleep' then p.time else timestampdiff(second, t.trx_started, now()) end as value, '{}' as shown
from information_schema.innodb_trx t
join information_schema.processlist p on p.id = t.trx_mysql_thread_id
where t.trx_state <> 'LOCK WAIT' and p.id <> connection_id()`,
}

export const MARIADB_WAITS: Question = {
  area: 'locks',
  sql: `
select 'lock-wait' as rule, concat('#', waiting.trx_mysql_thread_id) as subject,
  timestampdiff(second, waiting.trx_wait_started, now()) as value,
  json_object('by', group_concat(distinct blocking.trx_mysql_thread_id)) as shown
from information_schema.innodb_lock_waits w
join information_schema.innodb_trx waiting on waiting.trx_id = w.requesting_trx_id
join information_schema.innodb_trx blocking on blocking.trx_id = w.blocking_trx_id
group by waiting.trx_mysql_thread_id, waiting.trx_wait_started`,
}

export const MYSQL_WAITS: Question = {
  area: 'locks',
  sql: `
select 'lock-wait' as rule, concat('#', waiting_pid) as subject, max(wait_age_secs) as value,
  json_object('by', group_concat(distinct blocking_pid)) as shown
from sys.innodb_lock_waits group by waiting_pid`,
}

const THEIR_OWN = "('mariadb.sys', 'mysql.sys', 'mysql.session', 'mysql.infoschema')"

/** Nothing of a password leaves the database. MariaDB keeps its roles among the accounts. */
export function accountsOf(engine: 'mariadb' | 'mysql'): Question {
  const people = engine === 'mariadb' ? "and is_role = 'N'" : ''
  const account = "concat(user, '@', host)"
  return {
    area: 'security',
    sql: `
select 'account-anonymous' as rule, ${account} as subject, null as value, '{}' as shown
from mysql.user where user = '' ${people}
union all
select 'password-missing', ${account}, null, '{}' from mysql.user
where authentication_string = '' and user <> '' and user not in ${THEIR_OWN} ${people}
  and plugin in ('', 'mysql_native_password', 'caching_sha2_password', 'sha256_password', 'ed25519')
union all
select 'password-weak', ${account}, null, '{}' from mysql.user
where authentication_string not in ('', 'invalid') and user not in ${THEIR_OWN} ${people}
  and plugin in ('mysql_native_password', 'mysql_old_password')
union all
select 'account-from-anywhere', ${account}, null, '{}' from mysql.user where host = '%' and super_priv = 'Y' ${people}
union all
select 'superusers-many', group_concat(${account} separator ', '), count(*), '{}' from mysql.user
where super_priv = 'Y' and user not in ${THEIR_OWN} ${people}
union all
select 'watcher-too-mighty', ${account}, null, '{}' from mysql.user
where ${account} = current_user() and super_priv = 'Y'`,
  }
}
