import { randomUUID, randomUUIDv7 } from 'node:crypto'
import { permissionsOf } from '@shiji/server/modules/directory/permissions'
import type { PersonContext } from '@shiji/server/platform/context'
import type { TrialWorld } from '@shiji/trials/trial-world'
import { type Reviewer, SIGNERS } from './seed-cases.ts'

type Place = Pick<TrialWorld, 'pool' | 'chenghu' | 'files' | 'secrets'>

type Waiting = { readonly id: string; readonly task: number }

/** The reviewers at their desks, and what waits for each. */
export type Hall = {
  readonly contexts: readonly PersonContext[]
  /** The next case of a reviewer that nobody else of the group takes. */
  readonly nextOf: (seat: number) => Promise<Waiting>
}

export async function openHall(
  { pool, chenghu, files, secrets }: Place,
  reviewers: readonly Reviewer[],
): Promise<Hall> {
  const permissions = permissionsOf(['finance-reviewer'])
  const contexts = reviewers.map(
    ({ personId, unitId }): PersonContext => ({
      db: chenghu,
      files,
      secrets,
      actor: { kind: 'person', personId, unitId, sessionId: randomUUID(), permissions },
      now: Temporal.Now.instant(),
      newId: randomUUIDv7,
      requestId: 'bench',
      language: 'zh',
      district: '澄湖区',
      listeners: [],
      measures: new Map(),
      caller: { address: '127.0.0.1', device: 'bench', session: null, setSession: () => undefined },
    }),
  )
  const waitingFor = async ({ personId, seat }: Reviewer): Promise<Waiting[]> => {
    const { rows } = await pool.query(
      `select case_id as id, number as task from ${chenghu.schema}.flow_task
       where assignee = $1 and state = 'open' and abs(hashtext(case_id::text)) % ${SIGNERS} = $2`,
      [personId, seat],
    )
    return rows
  }
  const queues = await Promise.all(reviewers.map(waitingFor))
  return {
    contexts,
    nextOf: async (seat) => {
      const reviewer = reviewers[seat]
      // What went on comes back to the group at its next desk.
      if (reviewer !== undefined && queues[seat]?.length === 0) queues[seat] = await waitingFor(reviewer)
      const next = queues[seat]?.pop()
      if (next === undefined) throw new Error(`no case is left for reviewer ${seat}`)
      return next
    },
  }
}

/** What one reviewer sends: agreed, with a word. */
export async function agree({ nextOf }: Hall, seat: number) {
  const { id, task } = await nextOf(seat)
  return { id: id as never, act: { verb: 'agree', task, version: null, opinion: '同意', choices: {} } } as const
}
