import { randomUUID } from 'node:crypto'
import { MODULES } from '@shiji/server/app/modules'
import { listTickets } from '@shiji/server/modules/desk/tickets/list-tickets'
import { logTicket } from '@shiji/server/modules/desk/tickets/log-ticket'
import { permissionsOf } from '@shiji/server/modules/directory/permissions'
import type { Context } from '@shiji/server/platform/context'
import { measuresOf } from '@shiji/server/platform/measure'
import { listenersOf } from '@shiji/server/platform/module'
import type { PoolClient } from 'pg'
import { onClient } from '../bare-client.ts'
import type { InProcess } from '../house/in-process.ts'
import { SCHEMA } from '../house/open-house.ts'
import { compareInTurn, type Pair, percentile, timesOf } from '../measure.ts'
import { type Seeded, twoCharacters } from './seed-desk.ts'

const LONG = { warmUp: 30, rounds: 200 }
const PAGE = 50

export function contextAt({ contextOf }: InProcess, { people, rootId }: Seeded): Context {
  const personId = people[0] ?? ''
  const context = contextOf(SCHEMA, { personId, unitId: rootId })
  const permissions = permissionsOf(['duty-operator', 'engineer'])
  const actor = { kind: 'person', personId, unitId: rootId, sessionId: randomUUID(), permissions } as const
  return { ...context, actor, listeners: listenersOf(MODULES), measures: measuresOf(MODULES) }
}

/** A call logged by its use case, with ledger, clocks, facts and notices, against the rows of the ticket alone. */
export function compareCreate(inside: InProcess, seeded: Seeded): Promise<Pair> {
  let count = 0
  const log = () => {
    const context = contextAt(inside, seeded)
    const at = context.now.toString()
    count += 1
    return logTicket(context, {
      ...{
        id: randomUUID() as never,
        kind: 'incident',
        channel: 'hotline',
        callerId: null,
        callerName: '王老师',
      },
      unitId: seeded.schools[count % seeded.schools.length] as never,
      ...{ contact: '', place: '', what: '二楼无法上网', service: 'network', scope: 'one', lateReason: '' },
      time: { happenedAt: at, sentAt: at, device: '' },
    })
  }
  const insert = () => onClient(inside.pool, (client) => insertBare(client, { seeded, number: `B${randomUUID()}` }))
  return compareInTurn(log, insert)
}

type Bare = { readonly seeded: Seeded; readonly number: string }

async function insertBare(client: PoolClient, { seeded: { schools, rootId }, number }: Bare): Promise<void> {
  const [id, unit] = [randomUUID(), schools[0]]
  await client.query('begin')
  await client.query(`update ${SCHEMA}.desk_counter set last = last + 1 where year = 2022 returning last`)
  await client.query(
    `insert into ${SCHEMA}.desk_ticket (id, number, kind, channel, unit_id, team_id, caller_name, contact, place, what, service,
       scope, is_peak, severity, rules, rules_version, time_zone, state, reported_at, is_late, late_reason, logged_at, last_event, folded, pairs)
     values ($1, $2, 'incident', 'hotline', $3, $4, '王老师', '', '', '二楼无法上网', 'network', 'one', false, 'normal', 'usual', 1,
       'Asia/Shanghai', 'waiting', now(), false, '', now(), 0, '二楼无法上网', array['二楼', '楼无', '无法', '法上', '上网'])`,
    [id, number, unit, rootId],
  )
  await client.query(
    `insert into ${SCHEMA}.desk_ticket_event (ticket_id, number, deed_id, kind, at, entered_at, ahead_seconds, is_late, detail)
     values ($1, 0, $1, 'reported', now(), now(), 0, false, '{"kind": "reported"}')`,
    [id],
  )
  await client.query(
    `insert into ${SCHEMA}.desk_clock (ticket_id, kind, state, verdict, limit_seconds, elapsed_seconds, rule, rule_version,
       calendar_version, as_of, through_event, reading)
     select $1::uuid, clock.kind, 'running', 'open', 600, 0, '{}', 1, 1, now(), 0, '{}' from unnest(array['response', 'recovery', 'resolution']) clock(kind)`,
    [id],
  )
  await client.query(
    `insert into ${SCHEMA}.desk_ticket_fact (ticket_id, version, known_from, unit_id, team_id, title, kind, severity, service,
       is_confirmed, state, reported_at, logged_at, is_late, is_edited, has_arrived, response_state, response_verdict, response_seconds)
     values ($1, 1, now(), $2, $3, '二楼无法上网', 'incident', 'normal', 'network', false, 'waiting', now(), now(), false, false, false,
       'running', 'open', 0)`,
    [id, unit, rootId],
  )
  await client.query('commit')
}

/** The first page of what is open, seen from the district, against its two statements. */
export function compareList(inside: InProcess, seeded: Seeded): Promise<Pair> {
  const list = () => listTickets(contextAt(inside, seeded), { state: 'open', whose: 'all', search: '' })
  const select = () =>
    onClient(inside.pool, async (client) => {
      const { rows } = await client.query(
        `select t.*, u.name as unit_name, m.name as team_name, p.name as assignee_name
         from ${SCHEMA}.desk_ticket t
         join ${SCHEMA}.directory_unit u on u.id = t.unit_id join ${SCHEMA}.directory_unit m on m.id = t.team_id
         left join ${SCHEMA}.directory_person p on p.id = t.assignee_id
         where t.state in ('waiting', 'working', 'paused', 'resolved') and u.ancestors @> array[$1]::uuid[]
         order by t.reported_at desc, t.id desc limit ${PAGE}`,
        [seeded.rootId],
      )
      await client.query(
        `select ticket_id, kind, state, verdict, limit_seconds, elapsed_seconds, due_at from ${SCHEMA}.desk_clock
         where ticket_id = any($1)`,
        [rows.map(({ id }) => id)],
      )
    })
  return compareInTurn(list, select)
}

/** What people look at: everything, one school, one service, one person; and two characters of any sentence. */
export async function timeLists(inside: InProcess, seeded: Seeded): Promise<{ lists: number; search: number }> {
  const ask = (wanted: object) =>
    listTickets(contextAt(inside, seeded), { state: 'open', whose: 'all', search: '', ...wanted } as never)
  const schoolAt = (round: number) => seeded.schools[(round * 31) % seeded.schools.length]
  const kinds = [
    () => ({}),
    () => ({ state: 'all' }),
    (round: number) => ({ state: 'all', unitId: schoolAt(round) }),
    () => ({ service: 'printing' }),
    () => ({ whose: 'mine' }),
    () => ({ severity: 'urgent' }),
  ]
  const lists = await timesOf((round) => ask(kinds[round % kinds.length]?.(round) ?? {}), LONG)
  const search = await timesOf((round) => ask({ state: 'all', search: twoCharacters(round) }), LONG)
  return { lists: percentile(lists, 0.95), search: percentile(search, 0.95) }
}
