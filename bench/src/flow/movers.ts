import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { TrialWorld } from '@shiji/trials/trial-world'
import { type Reviewer, SIGNERS } from './seed-cases.ts'

export const LANES = 8
/** A quick machine must not run out of cases before. */
const SECONDS = 5

/** What a process of movers is told: where the database is, and which of the reviewers are its own. */
export type MoverOrder = {
  readonly database: { readonly host: string; readonly user: string; readonly database: string }
  readonly schema: string
  readonly folder: string
  readonly reviewers: readonly Reviewer[]
  readonly seconds: number
}

type Crew = { readonly reviewers: readonly Reviewer[]; readonly processes: number }

/** Moves a second of server processes that share one database; each reviewer takes cases of their own. */
export async function movesPerSecond(world: TrialWorld, { reviewers, processes }: Crew): Promise<number> {
  const lanes = Array.from({ length: LANES }, (_, at) => reviewers[at * SIGNERS + processes])
  const crews = Array.from({ length: processes }, (_, crew) =>
    lanes.filter((lane, at): lane is Reviewer => lane !== undefined && at % processes === crew),
  )
  const movers = await Promise.all(crews.map((crew) => startMover(world, crew)))
  const counts = await Promise.all(movers.map(runMover))
  return counts.reduce((sum, count) => sum + count, 0) / SECONDS
}

async function startMover({ pool, chenghu, folder }: TrialWorld, reviewers: readonly Reviewer[]) {
  const { host = '', user = '', database = '' } = pool.options
  const order: MoverOrder = {
    database: { host, user, database },
    schema: chenghu.schema,
    folder,
    reviewers,
    seconds: SECONDS,
  }
  const mover = fork(new URL('./mover.ts', import.meta.url))
  mover.send(order)
  await answerOf(mover)
  return mover
}

/** All begin together; each answers how many moves it made. */
async function runMover(mover: ChildProcess): Promise<number> {
  mover.send('go')
  return (await answerOf(mover)) as number
}

/** What a mover says next; one that ends without a word ends the run. */
async function answerOf(mover: ChildProcess): Promise<unknown> {
  const ended = new AbortController()
  const silent = once(mover, 'exit', { signal: ended.signal }).then(([code]) => {
    throw new Error(`a mover ended with ${code}`)
  })
  const said = once(mover, 'message', { signal: ended.signal })
  silent.catch(() => undefined)
  said.catch(() => undefined)
  const [answer] = await Promise.race([said, silent]).finally(() => ended.abort())
  return answer
}
