import { act } from '@shiji/kernel/flow/act'
import { z } from 'zod'
import { listOpenChannels } from '#modules/inbox'
import type { Context } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { tell } from '#platform/events'
import { defineJob, enqueue } from '#platform/jobs/job'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { FLOW_STEPPED } from '../flow-events.ts'
import { saveChanges } from '../flow-store.ts'
import { lockCase } from '../load-case.ts'
import { tellPeople } from '../people/tell-people.ts'
import { decide, deskOf, outcomeOf } from '../take-step.ts'

const AT_ONCE = 500

export const EXPIRE_TASK = defineJob('flow.expire-task', z.object({ caseId: z.uuid(), task: z.number().int() }))

/** Every minute: each task whose time is up becomes a piece of work of its own, so one that fails holds up no other. */
export async function expireTasks(context: Context): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    const due = await tx
      .selectFrom('flowTask')
      .innerJoin('flowCase', 'flowCase.id', 'flowTask.caseId')
      .select(['flowTask.caseId', 'flowTask.number'])
      .where('flowTask.state', 'in', ['open', 'asking'])
      .where('flowTask.expired', '=', false)
      .where('flowTask.dueAt', '<=', context.now)
      .where('flowCase.state', '=', 'running')
      .orderBy('flowTask.dueAt')
      .limit(AT_ONCE)
      .execute()
    for (const { caseId, number } of due) {
      const key = `${EXPIRE_TASK.name} ${caseId} ${number}`
      await enqueue(tx, context, { job: EXPIRE_TASK, payload: { caseId, task: number }, key })
    }
  })
}

const BY_RULE = '逾期，按流程规则视为同意'

/** What the node says of a task that is late: remind, agree in the name of the rule, or give it to somebody above. */
export async function expireTask(context: Context, { caseId, task: number }: z.output<typeof EXPIRE_TASK.payload>) {
  await inTransaction(context.db, async (tx) => {
    const [saved, channels] = await Promise.all([lockCase(tx, context, caseId), listOpenChannels(tx)])
    const task = saved?.state.tasks.find((one) => one.number === number)
    const isLate = task?.dueAt != null && Temporal.Instant.compare(task.dueAt, context.now) <= 0
    const isOpen = (task?.state === 'open' || task?.state === 'asking') && !task.expired
    // Decided between the look and now: nothing is late any more.
    if (saved?.state.case.state !== 'running' || !isLate || !isOpen) return

    const { subject, fields, graph, names } = saved
    const action = { verb: 'expire', task: number, version: null, opinion: '' } as const
    const about = { graph, unitId: subject.unitId, fields, entrusted: [], known: {} }
    const changes = await decide(tx, context, about, (circumstances) =>
      act({ graph, state: saved.state, actor: { kind: 'clock' }, action, circumstances }),
    )
    saveChanges(tx, changes, context.now)
    const codes = changes.log.map(({ code }) => code)
    await recordInLedger(tx, context, { did: 'flow.expired', caseId, task: number, subjectId: subject.id, codes })
    await tellPeople(tx, context, { graph, names, channels, subject, before: saved.state.tasks, changes, opinion: '' })
    const outcome = outcomeOf(saved, changes, 'expire')
    if (outcome === null) return
    const desk = deskOf(saved, number)
    const told = { subject: { kind: subject.kind, id: subject.id }, outcome, opinion: BY_RULE, desk }
    // The subject is told in the name of the one whose silence the rule counts as a yes.
    const actor = {
      kind: 'person',
      personId: task.assignee,
      unitId: subject.unitId,
      sessionId: '',
      permissions: NONE,
    } as const
    await tell(tx, { ...context, actor }, FLOW_STEPPED, told)
  })
}

const NONE: ReadonlySet<string> = new Set()
