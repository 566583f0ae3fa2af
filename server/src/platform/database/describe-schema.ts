import type { ClientBase } from 'pg'

/** One column as the database itself describes it. */
export type Column = {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly nullable: boolean
  readonly defaulted: boolean
  readonly default: string | null
}

export async function listColumns(client: ClientBase, schema: string): Promise<Column[]> {
  const { rows } = await client.query(
    `select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
            not a.attnotnull as nullable, a.atthasdef or a.attidentity <> '' as defaulted,
            pg_get_expr(d.adbin, d.adrelid) as default
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where n.nspname = $1 and c.relkind in ('r', 'p') and not c.relispartition
      order by c.relname, a.attnum`,
    [schema],
  )
  return rows
}

/** Tables with rows of their own account: one laid out in parts stands for its parts. The record of migrations is not among them. */
export async function listWholeTables(client: ClientBase, schema: string): Promise<string[]> {
  const { rows } = await client.query(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = $1 and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migration'
      order by c.relname`,
    [schema],
  )
  return rows.map(({ name }) => name)
}

/** The committed dump: what a reader of the repository wants to see of the tables, in a stable order. */
export async function dumpSchema(client: ClientBase, schema: string): Promise<string> {
  const columns = await listColumns(client, schema)
  const constraints = await listNamed(
    client,
    `select c.relname as table, 'constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid) as definition
       from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = $1 and k.contype <> 'n' order by c.relname, k.contype desc, k.conname`,
    schema,
  )
  const indexes = await listNamed(
    client,
    `select tablename as table, indexdef || ';' as definition from pg_indexes
      where schemaname = $1 and indexname not in (select conname from pg_constraint) order by tablename, indexname`,
    schema,
  )
  const partitions = await listNamed(
    client,
    `select c.relname as table, 'partition by ' || pg_get_partkeydef(c.oid) as definition
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = $1 and c.relkind = 'p'`,
    schema,
  )
  const tables = [...new Set(columns.map(({ table }) => table))]
  const text = tables.map((table) => {
    const lines = [
      ...columns.filter((column) => column.table === table).map(columnLine),
      ...constraints.filter((constraint) => constraint.table === table).map(({ definition }) => definition),
    ]
    const after = indexes.filter((index) => index.table === table).map(({ definition }) => definition)
    const parts = partitions.filter((partition) => partition.table === table).map(({ definition }) => ` ${definition}`)
    const end = `)${parts.join('')};`
    return [`create table ${table} (`, lines.map((line) => `  ${line}`).join(',\n'), end, ...after].join('\n')
  })
  const views = await listNamed(
    client,
    `select viewname as table, 'create view ' || viewname || ' as' || chr(10) || definition as definition
       from pg_views where schemaname = $1 order by viewname`,
    schema,
  )
  const all = [...text, ...views.map(({ definition }) => definition)]
  return `${all.join('\n\n').replaceAll(`${schema}.`, '')}\n`
}

/** TypeScript for every table, in the names the query builder uses. */
export async function writeRowTypes(client: ClientBase, schema: string): Promise<string> {
  const columns = (await listColumns(client, schema)).filter(({ table }) => table !== 'migration')
  const tables = [...new Set(columns.map(({ table }) => table))]
  const bodies = tables.map((table) => {
    const lines = columns.filter((column) => column.table === table).map(propertyLine)
    return `  ${camel(table)}: {\n${lines.join('\n')}\n  }`
  })
  const head = [
    '// Generated from the migrated database by `npm run schema`; the check fails when it drifts.',
    "import type { Decimal } from '@shiji/kernel/decimal'",
    "import type { ColumnType, Generated } from 'kysely'",
  ]
  const needed = head.filter((line) => !line.includes('Decimal') || bodies.some((body) => body.includes('Decimal')))
  return `${needed.join('\n')}\n\nexport type Tables = {\n${bodies.join('\n')}\n}\n`
}

type Named = { readonly table: string; readonly definition: string }

async function listNamed(client: ClientBase, sql: string, schema: string): Promise<Named[]> {
  return (await client.query(sql, [schema])).rows
}

function columnLine({ name, type, nullable, default: expression }: Column): string {
  return [name, type, nullable ? '' : 'not null', expression === null ? '' : `default ${expression}`]
    .filter((word) => word !== '')
    .join(' ')
}

function propertyLine({ name, type, nullable, defaulted }: Column): string {
  const base = typeScriptOf(type)
  const value = nullable ? nullableOf(base) : base
  return `    ${camel(name)}: ${defaulted && !value.startsWith('ColumnType') ? `Generated<${value}>` : value}`
}

function nullableOf(type: string): string {
  return type.startsWith('ColumnType')
    ? type.replace(/^ColumnType<(.*?), (.*)>$/, 'ColumnType<$1 | null, $2 | null>')
    : `${type} | null`
}

/** jsonb goes in as text that we stringified ourselves and comes out unknown, to be parsed by a schema. */
function typeScriptOf(type: string): string {
  if (type.endsWith('[]')) return `${typeScriptOf(type.slice(0, -2))}[]`
  if (/^(text|uuid|date|character|inet|xid8)/.test(type)) return 'string'
  if (/^(integer|smallint|double)/.test(type)) return 'number'
  if (type === 'bigint') return 'bigint'
  if (type === 'boolean') return 'boolean'
  if (type.startsWith('numeric')) return 'Decimal'
  if (type.startsWith('timestamp with')) return 'Temporal.Instant'
  if (type === 'jsonb') return 'ColumnType<unknown, string>'
  if (type === 'bytea') return 'Buffer'
  throw new Error(`no row type for ${type}`)
}

function camel(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
