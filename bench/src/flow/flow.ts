import { setTimeout as sleep } from 'node:timers/promises'
import { actOnCase } from '@shiji/server/modules/flow/act-on-case'
import { countTasks } from '@shiji/server/modules/flow/boxes/count-tasks'
import { listBox } from '@shiji/server/modules/flow/boxes/list-box'
import { takeStep } from '@shiji/server/modules/flow/take-step'
import type { PersonContext } from '@shiji/server/platform/context'
import { inTransaction } from '@shiji/server/platform/database/transaction'
import { type TrialWorld, withTrialWorld } from '@shiji/trials/trial-world'
import { onClient } from '../bare-client.ts'
import { compareInTurn, type Figure, figure, medianMs, percentile, timed, timesOf } from '../measure.ts'
import { agree, type Hall, openHall } from './hall.ts'
import { LANES, movesPerSecond } from './movers.ts'
import { reviewingOverHttp } from './over-http.ts'
import { OPEN_CASES, PAST_TASKS, type Reviewer, SIGNERS, seedCases } from './seed-cases.ts'

const REVIEW_SECONDS = 15
const THINK_MS = 1_000

export function measure(): Promise<Figure[]> {
  return withTrialWorld(async (world) => measureOn(world, await seedCases(world.pool, world.chenghu.schema)))
}

async function measureOn(world: TrialWorld, reviewers: readonly Reviewer[]): Promise<Figure[]> {
  const hall = await openHall(world, reviewers)
  const [asked] = hall.contexts
  if (asked === undefined) throw new Error('nobody reviews')
  const box = (name: 'waiting' | 'done') => () => listBox(asked, { box: name })
  const bare = () => bareInbox(world, asked.actor.personId)
  const pages = {
    waiting: await timesOf(box('waiting'), LONG),
    done: await timesOf(box('done'), LONG),
    counts: await timesOf(() => countTasks(asked), LONG),
  }
  const ratioOfPage = (await medianMs(box('waiting'), LONG)) / (await medianMs(bare, LONG))
  const pair = await compareMove(world, hall)
  const alone = await movesPerSecond(world, { reviewers, processes: 1 })
  const together = await movesPerSecond(world, { reviewers, processes: 2 })
  const actions = await reviewing(await openHall(world, reviewers))
  const desk = { seconds: REVIEW_SECONDS, thinkMs: THINK_MS }
  const fromBrowsers = await reviewingOverHttp(world, reviewers, desk)
  const open = `${OPEN_CASES} cases open for ${SIGNERS} each`
  return [
    figure(`to-do page, p95, ${open}`, { value: percentile(pages.waiting, 0.95), unit: 'ms' }, { atMost: 80 }),
    figure(
      `done page, p95, ${PAST_TASKS} past tasks`,
      { value: percentile(pages.done, 0.95), unit: 'ms' },
      { atMost: 80 },
    ),
    figure('counts, p95', { value: percentile(pages.counts, 0.95), unit: 'ms' }, { atMost: 80 }),
    figure('to-do page ÷ its bare statement', { value: ratioOfPage, unit: '×' }, { atMost: 4 }),
    figure('move ÷ bare one-row commit', { value: pair, unit: '×' }, { atMost: 4 }),
    figure(`moves, one process, ${LANES} lanes`, { value: alone, unit: '/s' }, { atLeast: 100 }),
    figure(`moves, two processes, ${LANES} lanes`, { value: together, unit: '/s' }, { atLeast: 100 }),
    figure(
      'review action, p95, 50 reviewers, 1 s of thought',
      { value: percentile(actions, 0.95), unit: 'ms' },
      { atMost: 60 },
    ),
    figure(
      'review action over HTTP, p95, 50 reviewers, 1 s of thought',
      { value: percentile(fromBrowsers, 0.95), unit: 'ms' },
      { atMost: 60 },
    ),
  ]
}

const LONG = { warmUp: 10, rounds: 100 }

/** A whole move — rows, sentence, ledger, messages — against an update of one row. */
async function compareMove({ pool, chenghu }: TrialWorld, hall: Hall): Promise<number> {
  const [context] = hall.contexts
  if (context === undefined) throw new Error('nobody reviews')
  let moved = ''
  const move = async () => {
    const step = await agree(hall, 0)
    moved = step.id
    await inTransaction(chenghu, (tx) => takeStep(tx, context, step))
  }
  const bare = () =>
    onClient(pool, async (client) => {
      await client.query(
        `begin; update ${chenghu.schema}.flow_case set urges = urges + 1 where id = '${moved}'; commit`,
      )
    })
  return (await compareInTurn(move, bare)).ratio
}

/** Every reviewer opens, agrees, and thinks; what one waits for is the act with the case as it stands then. */
async function reviewing(hall: Hall): Promise<number[]> {
  const waits: number[] = []
  const until = performance.now() + REVIEW_SECONDS * 1000
  const review = async (context: PersonContext, seat: number) => {
    await sleep((seat / hall.contexts.length) * THINK_MS)
    while (performance.now() < until) {
      const step = await agree(hall, seat)
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
