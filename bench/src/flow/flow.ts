import { setTimeout as sleep } from 'node:timers/promises'
import { actOnCase } from '@shiji/server/modules/flow/act-on-case'
import { countTasks } from '@shiji/server/modules/flow/count-tasks'
import { listBox } from '@shiji/server/modules/flow/list-box'
import { takeStep } from '@shiji/server/modules/flow/take-step'
import type { PersonContext } from '@shiji/server/platform/context'
import { inTransaction } from '@shiji/server/platform/database/transaction'
import { openTrialWorld, type TrialWorld, withTrialPostgres } from '@shiji/trials/trial-world'
import { type Figure, figure, median, medianMs } from '../measure.ts'
import { agree, type Hall, openHall } from './hall.ts'
import { LANES, movesPerSecond } from './movers.ts'
import { OPEN_CASES, PAST_TASKS, type Reviewer, SIGNERS, seedCases } from './seed-cases.ts'

const PAIRS = 300
const WARM_UP = 50
const REVIEW_SECONDS = 15
const THINK_MS = 1_000

export function measure(): Promise<Figure[]> {
  return withTrialPostgres(async (postgres) => {
    const world = await openTrialWorld(postgres)
    try {
      return await measureOn(world, await seedCases(world.pool, world.chenghu.schema))
    } finally {
      await world.close()
    }
  })
}

async function measureOn(world: TrialWorld, reviewers: readonly Reviewer[]): Promise<Figure[]> {
  const hall = await openHall(world, reviewers)
  const [asked] = hall.contexts
  if (asked === undefined) throw new Error('nobody reviews')
  const box = (name: 'waiting' | 'done') => () => listBox(asked, { box: name })
  const bare = () => bareInbox(world, asked.actor.personId)
  const pages = {
    waiting: await times(box('waiting')),
    done: await times(box('done')),
    counts: await times(() => countTasks(asked)),
  }
  const ratioOfPage = (await medianMs(box('waiting'), LONG)) / (await medianMs(bare, LONG))
  const pair = await compareMove(world, hall)
  const alone = await movesPerSecond(world, { reviewers, processes: 1 })
  const together = await movesPerSecond(world, { reviewers, processes: 2 })
  const actions = await reviewing(await openHall(world, reviewers))
  const open = `${OPEN_CASES} cases open for ${SIGNERS} each`
  return [
    figure(`to-do page, p95, ${open}`, { value: p95(pages.waiting), unit: 'ms' }, { atMost: 80 }),
    figure(`done page, p95, ${PAST_TASKS} past tasks`, { value: p95(pages.done), unit: 'ms' }, { atMost: 80 }),
    figure('counts, p95', { value: p95(pages.counts), unit: 'ms' }, { atMost: 80 }),
    figure('to-do page ÷ its bare statement', { value: ratioOfPage, unit: '×' }, { atMost: 4 }),
    figure('move ÷ bare one-row commit', { value: pair, unit: '×' }, { atMost: 4 }),
    figure(`moves, one process, ${LANES} lanes`, { value: alone, unit: '/s' }, { atLeast: 100 }),
    figure(`moves, two processes, ${LANES} lanes`, { value: together, unit: '/s' }, { atLeast: 100 }),
    figure('review action, p95, 50 reviewers, 1 s of thought', { value: p95(actions), unit: 'ms' }, { atMost: 60 }),
  ]
}

const LONG = { warmUp: 10, rounds: 100 }

/** Turn about: a whole move — rows, sentence, ledger, messages — and an update of one row. */
async function compareMove({ pool, chenghu }: TrialWorld, hall: Hall): Promise<number> {
  const [context] = hall.contexts
  if (context === undefined) throw new Error('nobody reviews')
  const kept = { move: [] as number[], bare: [] as number[] }
  for (let round = -WARM_UP; round < PAIRS; round += 1) {
    const step = agree(hall, 0)
    const moved = await timed(() => inTransaction(chenghu, (tx) => takeStep(tx, context, step)))
    const bare = await timed(async () => {
      const client = await pool.connect()
      await client.query(
        `begin; update ${chenghu.schema}.flow_case set urges = urges + 1 where id = '${step.id}'; commit`,
      )
      client.release()
    })
    if (round < 0) continue
    kept.move.push(moved)
    kept.bare.push(bare)
  }
  return median(kept.move) / median(kept.bare)
}

/** Every reviewer opens, agrees, and thinks; what one waits for is the act with the case as it stands then. */
async function reviewing(hall: Hall): Promise<number[]> {
  const waits: number[] = []
  const until = performance.now() + REVIEW_SECONDS * 1000
  const review = async (context: PersonContext, seat: number) => {
    await sleep((seat / hall.contexts.length) * THINK_MS)
    while (performance.now() < until) {
      const step = agree(hall, seat)
      waits.push(await timed(() => actOnCase(context, step)))
      await sleep(THINK_MS)
    }
  }
  await Promise.all(hall.contexts.map(review))
  return waits
}

/** The rows of the first page, without names of desks and without the product. */
async function bareInbox({ pool, chenghu: { schema } }: TrialWorld, personId: string): Promise<void> {
  await pool.query(
    `select c.id, c.subject_name, c.state, c.started_at, u.name, p.name, t.number, t.node, t.due_at
     from ${schema}.flow_task t join ${schema}.flow_case c on c.id = t.case_id
       join ${schema}.directory_unit u on u.id = c.unit_id join ${schema}.directory_person p on p.id = c.starter
     where t.assignee = $1 and t.state in ('open', 'asking') and t.kind not in ('copied', 'circulated')
     order by c.started_at desc limit 50`,
    [personId],
  )
}

async function times(run: () => Promise<unknown>): Promise<number[]> {
  for (let round = 0; round < LONG.warmUp; round += 1) await run()
  const kept: number[] = []
  for (let round = 0; round < LONG.rounds; round += 1) kept.push(await timed(run))
  return kept
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await run()
  return performance.now() - begun
}

function p95(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN
}
