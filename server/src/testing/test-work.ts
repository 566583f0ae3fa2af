import { jobHandlersOf } from '#platform/jobs/job-handlers'
import { doNextJob, type Work } from '#platform/jobs/keep-working'
import { measuresOf } from '#platform/measure'
import { listenersOf, type Module } from '#platform/module'
import { MODULES } from '../app/modules.ts'
import type { TestWorld } from './test-world.ts'

/** The runner of 澄湖区 in a test: its clock is `now`, its handlers are those of the modules. */
export function makeWork(world: TestWorld, now: () => Temporal.Instant, modules: readonly Module[] = MODULES): Work {
  return {
    db: world.chenghu,
    timeZone: 'Asia/Shanghai',
    handlers: jobHandlersOf(modules),
    contextOf: ({ db, name, requestId, now: at }) => ({
      ...world.contextOf({ kind: 'system', name }, at),
      db,
      requestId,
      listeners: listenersOf(modules),
      measures: measuresOf(modules),
    }),
    gate: (run) => run(),
    now,
    newId: world.newId,
    report: (event) => {
      if (event.kind === 'retried' || event.kind === 'failed') throw event.error
    },
  }
}

/** Does all that is due; a job that fails fails the test. */
export async function workUntilIdle(work: Work): Promise<void> {
  while (await doNextJob(work));
}
