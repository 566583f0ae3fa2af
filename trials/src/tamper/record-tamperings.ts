import { randomUUID } from 'node:crypto'
import type { Chance } from '../chance.ts'
import { NOW } from '../office/found-office.ts'
import type { TrialWorld } from '../trial-world.ts'

const TABLES = ['performance_payment', 'performance_money_entry'] as const
const COUNT = 40

type Office = { readonly unitId: string; readonly personId: string; readonly chance: Chance }

/** A year of payments and appropriations, written straight into the tables; answers the project. */
export async function recordPayments({ chenghu }: TrialWorld, { unitId, personId, chance }: Office): Promise<string> {
  const { pool, schema } = chenghu
  const [projectId, listId, documentId] = [randomUUID(), randomUUID(), randomUUID()]
  const day = () =>
    `2025-${String(chance.below(12) + 1).padStart(2, '0')}-${String(chance.below(28) + 1).padStart(2, '0')}`
  const ask = (statement: string, values: readonly unknown[]) =>
    pool.query(statement.replaceAll('§', schema), [...values])
  const at = NOW.subtract({ hours: 24 }).toString()
  await ask(`insert into §.performance_project values ($1, $2, '试验项目', $3, '', '{}')`, [projectId, unitId, at])
  await ask(
    `insert into §.documents_document (id, unit_id, name, bytes, sha256, added_at, added_by, folded, pairs)
     values ($1, $2, '支付.csv', 1, repeat('a', 64), $3, $4, '', '{}')`,
    [documentId, unitId, at, personId],
  )
  await ask(`insert into §.performance_payment_list values ($1, $2, $3, 40, 0, 0, $4, $5)`, [
    listId,
    unitId,
    documentId,
    at,
    personId,
  ])
  for (let line = 1; line <= COUNT; line += 1) {
    const amount = chance.below(100_000) + 1
    await ask(`insert into §.performance_payment values ($1, $2, $3, $4, $5, $6, '', '', $7, $8)`, [
      randomUUID(),
      projectId,
      listId,
      line,
      day(),
      amount,
      `款项${line}`,
      `${line}`,
    ])
    await ask(
      `insert into §.performance_money_entry (id, project_id, year, kind, source, amount, decided_on, reason, made_at, made_by)
       values ($1, $2, 2025, $3, 'own', $4, $5, '', $6, $7)`,
      [randomUUID(), projectId, line === 1 ? 'initial' : 'appropriation', amount, day(), at, personId],
    )
  }
  return projectId
}

type Deed = { readonly did: string; readonly id: string; readonly undo: () => Promise<void> }

/** One record deleted, changed in any column, re-dated, or slipped in as if it had been there. */
export async function meddleWithRecord({ chenghu: { pool, schema } }: TrialWorld, chance: Chance): Promise<Deed> {
  const client = await pool.connect()
  const table = chance.pick(TABLES)
  const ask = (statement: string) => client.query(statement)
  await ask(`set session_replication_role = 'replica'; set search_path to ${schema}`)
  const { rows } = await ask(`select id::text, to_jsonb(one)::text as whole from ${table} one order by id`)
  const { id, whole } = chance.pick(rows as { id: string; whole: string }[])
  const copy = randomUUID()
  const put = (json: string) =>
    client.query(`insert into ${table} select * from jsonb_populate_record(null::${table}, $1::jsonb)`, [json])
  const change = chance.pick(CHANGES[table])
  const how = chance.pick(['delete', 'change', 'change', 'insert'] as const)
  if (how === 'delete') await ask(`delete from ${table} where id = '${id}'`)
  else if (how === 'change') await ask(`update ${table} set ${change} where id = '${id}'`)
  else await put(JSON.stringify({ ...JSON.parse(whole), id: copy, fingerprint: copy }))
  return {
    did: `${table} ${id}: ${how} ${how === 'change' ? change : ''}`,
    id: how === 'insert' ? copy : id,
    undo: async () => {
      await ask(`delete from ${table} where id in ('${id}', '${copy}')`)
      await put(whole)
      await ask("set session_replication_role = 'origin'; reset search_path")
      client.release()
    },
  }
}

const CHANGES = {
  performance_payment: [
    'amount = amount + 0.01',
    'paid_on = case when extract(day from paid_on) > 1 then paid_on - 1 else paid_on + 1 end',
    "payee = payee || '甲'",
    "purpose = reverse(purpose) || '。'",
    "voucher = 'x'",
    'line = line + 1000',
  ],
  performance_money_entry: [
    'amount = amount - 1',
    'decided_on = case when extract(day from decided_on) > 1 then decided_on - 1 else decided_on + 1 end',
    "made_at = made_at - interval '1 day'",
    "reason = reason || '补'",
    "source = case source when 'own' then 'upper' else 'own' end",
  ],
} as const
