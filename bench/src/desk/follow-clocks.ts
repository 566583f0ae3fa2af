import { randomUUID } from 'node:crypto'
import { lockChanges, saveChange } from '@shiji/server/modules/calendar/change-store'
import { followCalendar } from '@shiji/server/modules/desk/clocks/follow-calendar'
import { logTicket } from '@shiji/server/modules/desk/tickets/log-ticket'
import type { Context } from '@shiji/server/platform/context'
import { inTransaction } from '@shiji/server/platform/database/transaction'
import type { Pool } from 'pg'
import { SCHEMA } from '../house/open-house.ts'
import { timed } from '../measure.ts'
import type { Seeded } from './seed-desk.ts'

/** Tickets whose clocks run, at the most. */
const MOST = 100_000
/** What they are copies of: real calls of the last two days. */
const KINDS = 40
const MINUTES_APART = 70
const SERVICES = ['network', 'printing', 'computer', 'meeting']
const SCOPES = ['one', 'department'] as const

export type Followed = { readonly tickets: number; readonly changed: number; readonly seconds: number }

type Given = { readonly pool: Pool; readonly seeded: Seeded; readonly context: () => Context; readonly tickets: number }

/** A week is closed in the calendar of the district: the clocks of every ticket under way are computed anew. */
export async function timeFollowing({ pool, seeded, context, tickets }: Given): Promise<Followed> {
  const count = Math.min(tickets, MOST)
  await seedRunning(pool, { models: await logModels(context, seeded), schools: seeded.schools, count })
  await closeAWeek(context(), seeded)
  const now = context()
  const seconds = (await timed(() => followCalendar(now))) / 1_000
  const { rows } = await pool.query(
    `select count(*) filter (where calendar_version = 0)::int as behind, count(distinct ticket_id)::int as tickets,
       count(distinct ticket_id) filter (where as_of = $1)::int as changed
     from ${SCHEMA}.desk_clock where state = 'running' and ticket_id in (select id from ${SCHEMA}.desk_ticket where number like 'R%')`,
    [now.now.toString()],
  )
  const [{ behind, changed, tickets: all }] = rows
  if (behind > 0 || all !== count) throw new Error(`${behind} clocks of ${all} tickets do not go by the new calendar`)
  return { tickets: count, changed, seconds }
}

async function logModels(context: () => Context, { schools }: Seeded): Promise<string[]> {
  const models: string[] = []
  for (let n = 0; n < KINDS; n += 1) {
    const id = randomUUID()
    const now = context()
    const at = now.now.subtract({ minutes: n * MINUTES_APART }).toString()
    const caller = { callerId: null, callerName: '王老师', unitId: schools[n] as never, contact: '', place: '' }
    const what = { what: '二楼无法上网', service: SERVICES[n % 4] ?? 'network', scope: SCOPES[n % 2] ?? 'one' }
    const told = { kind: n % 5 === 0 ? 'request' : 'incident', channel: 'hotline', lateReason: '补录' } as const
    await logTicket(now, {
      id: id as never,
      ...caller,
      ...what,
      ...told,
      time: { happenedAt: at, sentAt: now.now.toString(), device: '' },
    })
    models.push(id)
  }
  return models
}

type Running = { readonly models: readonly string[]; readonly schools: readonly string[]; readonly count: number }

/** Copies, each with the events, clocks and facts of its model. */
async function seedRunning(pool: Pool, { models, schools, count }: Running): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query(`set search_path to ${SCHEMA}`)
    await client.query(
      `create temp table copy as select uuidv7() as id, n, ($1::uuid[])[1 + n % cardinality($1::uuid[])] as model,
         ($2::uuid[])[1 + n % cardinality($2::uuid[])] as unit from generate_series(0, $3::int - 1) n`,
      [models, schools, count],
    )
    const tables = [
      ['desk_ticket', 'id', `'id', copy.id, 'number', 'R' || copy.n, 'unit_id', copy.unit`],
      ['desk_ticket_event', 'ticket_id', `'ticket_id', copy.id, 'deed_id', copy.id`],
      ['desk_clock', 'ticket_id', `'ticket_id', copy.id`],
      ['desk_ticket_fact', 'ticket_id', `'ticket_id', copy.id, 'unit_id', copy.unit`],
    ]
    for (const [table, key, own] of tables) {
      await client.query(
        `insert into ${table} select (jsonb_populate_record(one, jsonb_build_object(${own}))).*
         from copy join ${table} one on one.${key} = copy.model`,
      )
    }
    await client.query('vacuum analyze')
  } finally {
    client.release(true)
  }
}

async function closeAWeek(context: Context, { rootId, people: [madeBy = ''] }: Seeded): Promise<void> {
  const today = context.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  const [first, last] = [today.add({ days: 1 }).toString(), today.add({ days: 7 }).toString()]
  const closed = { first, last, open: 'closed', name: { zh: '停电', en: 'power cut' } } as const
  const content = { overrides: [closed], terms: [], windows: [] }
  await inTransaction(context.db, async (tx) => {
    await lockChanges(tx)
    await saveChange(tx, { of: { unitId: rootId }, content, madeAt: context.now, madeBy })
  })
}
