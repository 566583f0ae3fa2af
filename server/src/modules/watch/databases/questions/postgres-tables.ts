import type { Question } from './question.ts'

const TABLES: Question = {
  area: 'space',
  sql: `
select 'dead-rows' as rule, schemaname || '.' || relname as subject, (100 * n_dead_tup / greatest(n_live_tup + n_dead_tup, 1)) as value,
  jsonb_build_object('dead', n_dead_tup, 'at', coalesce(to_char(greatest(last_vacuum, last_autovacuum) at time zone 'Asia/Shanghai', 'YYYY-MM-DD'), '-')) as shown
from pg_stat_user_tables where n_dead_tup >= 10000
union all
select 'never-analysed', schemaname || '.' || relname, n_live_tup, '{}'
from pg_stat_user_tables where n_live_tup >= 1000 and last_analyze is null and last_autoanalyze is null
union all
select 'no-primary-key', n.nspname || '.' || c.relname, null, '{}'
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_'
  and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')`,
}

const INDEXES: Question = {
  area: 'indexes',
  sql: `
select 'index-unused' as rule, s.schemaname || '.' || s.indexrelname as subject, pg_relation_size(s.indexrelid) / 1024 as value,
  jsonb_build_object('table', s.relname) as shown
from pg_stat_user_indexes s join pg_index i using (indexrelid)
where s.idx_scan = 0 and not i.indisunique and i.indisvalid
union all
select 'index-invalid', s.schemaname || '.' || s.indexrelname, null, jsonb_build_object('table', s.relname)
from pg_stat_user_indexes s join pg_index i using (indexrelid) where not i.indisvalid
union all
select 'index-twice', one.indexrelid::regclass::text, pg_relation_size(one.indexrelid) / 1024,
  jsonb_build_object('table', one.indrelid::regclass::text, 'other', other.indexrelid::regclass::text)
from pg_index one
join pg_index other on other.indrelid = one.indrelid and other.indexrelid <> one.indexrelid
  and other.indkey::text = one.indkey::text and other.indclass = one.indclass and other.indcollation = one.indcollation
  and other.indoption::text = one.indoption::text
  and coalesce(pg_get_expr(other.indexprs, other.indrelid), '') = coalesce(pg_get_expr(one.indexprs, one.indrelid), '')
  and coalesce(pg_get_expr(other.indpred, other.indrelid), '') = coalesce(pg_get_expr(one.indpred, one.indrelid), '')
join pg_class c on c.oid = one.indrelid join pg_namespace n on n.oid = c.relnamespace
where n.nspname !~ '^pg_' and not one.indisunique and (other.indisunique or one.indexrelid > other.indexrelid)`,
}

/** Large tables read from end to end again and again, and references whose rows are looked for without an index. */
const MISSING: Question = {
  area: 'indexes',
  sql: `
select 'index-missing' as rule, schemaname || '.' || relname as subject, seq_scan as value,
  jsonb_build_object('rows', n_live_tup, 'read', seq_tup_read) as shown
from pg_stat_user_tables where n_live_tup >= 10000 and seq_scan > coalesce(idx_scan, 0)
union all
select 'reference-slow', k.conrelid::regclass || '.' || k.conname, s.n_live_tup,
  jsonb_build_object('to', k.confrelid::regclass::text)
from pg_constraint k join pg_stat_user_tables s on s.relid = k.conrelid
where k.contype = 'f' and not exists (
  select from pg_index i where i.indrelid = k.conrelid and i.indpred is null and i.indisvalid
    and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)`,
}

export const POSTGRES_TABLES = [TABLES, INDEXES, MISSING]
