import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { layOutAhead } from '@shiji/server/modules/upkeep/plans/lay-out-ahead'
import { DAYS_AHEAD } from '@shiji/server/modules/upkeep/plans/lay-out-plan'
import type { Context } from '@shiji/server/platform/context'
import { Pool } from 'pg'
import { type Chance, makeChance } from '../chance.ts'
import type { TrialWorld } from '../trial-world.ts'
import { planMany } from './plan-many.ts'

type LayOutSummary = {
  readonly seed: number
  readonly rounds: number
  readonly plans: number
  /** Days on which the layout was ended in the middle, and days on which nothing ran at all. */
  readonly killed: number
  readonly asleep: number
  readonly occurrences: number
  readonly findings: readonly string[]
}

const FIRST = Temporal.PlainDate.from('2026-01-01')
/** The first day lays out a year; later ones have a day to add, or those they slept through. */
const LONGEST_FIRST_MS = 1_500
const LONGEST_MS = 150

type Asked = { readonly rounds: number; readonly seed: number; readonly plans: number }

/** Each round is a day: the layout runs, is killed somewhere in it, or nobody is awake; at the end it runs once whole. */
export async function runLayOut(world: TrialWorld, { rounds, seed, plans }: Asked): Promise<LayOutSummary> {
  const chance = makeChance(seed)
  await planMany(world.chenghu, { plans, fromDay: FIRST.toString() })
  let [killed, asleep] = [0, 0]
  for (let round = 0; round < rounds; round += 1) {
    const fate = round === 0 ? 'killed' : chance.pick(['killed', 'killed', 'asleep', 'whole'] as const)
    const day = FIRST.add({ days: round })
    if (fate === 'asleep') asleep += 1
    else if (fate === 'whole') await layOutAhead(contextOf(world, day))
    else if (await layOutAndKill(world, { day, afterMs: killAfter(round, chance) })) killed += 1
  }
  const last = FIRST.add({ days: rounds })
  await layOutAhead(contextOf(world, last))
  const found = await judge(world, { plans, through: last.add({ days: DAYS_AHEAD - 1 }).toString() })
  return { seed, rounds, plans, killed, asleep, ...found }
}

function killAfter(round: number, chance: Chance): number {
  return chance.below(round === 0 ? LONGEST_FIRST_MS : LONGEST_MS)
}

type Killing = { readonly day: Temporal.PlainDate; readonly afterMs: number }

/** The database ends its connections as it does when the process that held them dies; whether that came before its end. */
async function layOutAndKill(world: TrialWorld, { day, afterMs }: Killing): Promise<boolean> {
  const name = `lay-out ${randomUUID()}`
  const pool = new Pool({ ...world.pool.options, application_name: name })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const context = contextOf(world, day)
  const done = layOutAhead({ ...context, db: { ...context.db, pool } }).then(
    () => false,
    () => true,
  )
  await sleep(afterMs)
  await world.pool.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [name])
  // A connection that was about to be opened is the death of nobody: it runs to its end, or is ended with the pool.
  const wasKilled = await done
  await pool.end()
  return wasKilled
}

type Expected = { readonly plans: number; readonly through: string }

/** Every day of a plan up to where it says that it is laid out has its two, once; and it says so far enough ahead. */
async function judge({ pool, chenghu: { schema } }: TrialWorld, { plans, through }: Expected) {
  const { rows } = await pool.query<{ name: string; laid: number; wanted: number; isWhole: boolean }>(
    `select plan.name, count(one.id)::int as laid, 2 * (plan.laid_until - plan.from_day + 1) as wanted,
       plan.laid_until >= $1 and count(distinct (one.day, one.slot)) = count(one.id)
         and bool_and(one.state = 'planned' and one.day between plan.from_day and plan.laid_until) as "isWhole"
     from ${schema}.upkeep_plan plan left join ${schema}.upkeep_occurrence one on one.plan_id = plan.id group by plan.id`,
    [through],
  )
  const findings = rows
    .filter(({ laid, wanted, isWhole }) => laid !== wanted || !isWhole)
    .map(({ name, laid, wanted }) => `${name}: ${laid} laid, ${wanted} due`)
  if (rows.length !== plans) findings.push(`${rows.length} plans of ${plans}`)
  return { occurrences: rows.reduce((sum, { laid }) => sum + laid, 0), findings }
}

/** What the server is on that day, early in the morning. */
export function contextOf({ chenghu: db, files, secrets }: TrialWorld, day: Temporal.PlainDate): Context {
  return {
    ...{ db, files, secrets, newId: randomUUID, requestId: 'trial', language: 'zh', district: '澄湖区' },
    now: day.toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '00:30' }).toInstant(),
    actor: { kind: 'system', name: 'upkeep' },
    caller: { address: '127.0.0.1', device: 'trial', session: null, setSession: () => undefined },
    listeners: [],
    measures: new Map(),
  }
}
