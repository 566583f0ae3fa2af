import type { Question } from './question.ts'

/** For MariaDB and MySQL alike; `shown` is an object as text in the one and as JSON in the other. */

const TABLES: Question = {
  area: 'space',
  sql: `
select 'no-primary-key' as rule, t.table_name as subject, null as value, '{}' as shown
from information_schema.tables t
where t.table_schema = database() and t.table_type = 'BASE TABLE' and not exists (
  select 1 from information_schema.table_constraints k
  where k.table_schema = t.table_schema and k.table_name = t.table_name and k.constraint_type = 'PRIMARY KEY')
union all
select 'engine-not-safe', table_name, null, json_object('engine', engine)
from information_schema.tables
where table_schema = database() and table_type = 'BASE TABLE' and engine <> 'InnoDB'`,
}

/** Highest number of each type of whole numbers. */
const NUMBERS: Question = {
  area: 'space',
  sql: `
select 'numbers-run-out' as rule, concat(table_name, '.', column_name) as subject,
  floor(100 * last / most) as value, json_object('last', last, 'most', most) as shown
from (
  select t.table_name, c.column_name, t.auto_increment - 1 as last,
    case c.data_type when 'tinyint' then 127 when 'smallint' then 32767 when 'mediumint' then 8388607
      when 'int' then 2147483647 else 9223372036854775807 end
      * case when c.column_type like '%unsigned%' then 2.0 else 1 end as most
  from information_schema.tables t
  join information_schema.columns c on c.table_schema = t.table_schema and c.table_name = t.table_name
  where t.table_schema = database() and c.extra like '%auto_increment%' and t.auto_increment is not null) as numbered`,
}

const INDEXES: Question = {
  area: 'indexes',
  sql: `
select 'index-twice' as rule, one.index_name as subject, null as value,
  json_object('table', one.table_name, 'other', other.index_name) as shown
from (select table_name, index_name, min(non_unique) as non_unique, max(index_type) as kind,
    group_concat(concat(column_name, ifnull(sub_part, '')) order by seq_in_index) as columns_of
  from information_schema.statistics where table_schema = database() group by table_name, index_name) as one
join (select table_name, index_name, min(non_unique) as non_unique, max(index_type) as kind,
    group_concat(concat(column_name, ifnull(sub_part, '')) order by seq_in_index) as columns_of
  from information_schema.statistics where table_schema = database() group by table_name, index_name) as other
  on other.table_name = one.table_name and other.columns_of = one.columns_of and other.kind = one.kind
where one.index_name <> other.index_name and one.non_unique = 1
  and (other.non_unique = 0 or one.index_name > other.index_name)`,
}

/** Kept only while the statistics of the engine are switched on. */
const STATEMENTS: Question = {
  area: 'queries',
  sql: `
select 'statement-slow' as rule, left(digest_text, 160) as subject, floor(avg_timer_wait / 1000000000) as value,
  json_object('calls', count_star) as shown
from performance_schema.events_statements_summary_by_digest
where schema_name = database() and count_star > 2 and digest_text not like 'SHOW%'
order by avg_timer_wait desc limit 10`,
}

const UNUSED: Question = {
  area: 'indexes',
  sql: `
select 'index-unused' as rule, waits.index_name as subject, sizes.stat_value * @@innodb_page_size div 1024 as value,
  json_object('table', waits.object_name) as shown
from performance_schema.table_io_waits_summary_by_index_usage waits
join mysql.innodb_index_stats sizes on sizes.database_name = waits.object_schema
  and sizes.table_name = waits.object_name and sizes.index_name = waits.index_name and sizes.stat_name = 'size'
where waits.object_schema = database() and waits.count_star = 0 and waits.index_name <> 'PRIMARY'
  and exists (select 1 from information_schema.statistics s where s.table_schema = waits.object_schema
    and s.table_name = waits.object_name and s.index_name = waits.index_name and s.non_unique = 1)`,
}

export const MYSQL_TABLES = [TABLES, NUMBERS, INDEXES]
/** Those that ask what the engine counts; without counting they answer nothing. */
export const MYSQL_COUNTED = [STATEMENTS, UNUSED]
