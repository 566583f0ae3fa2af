import { ProblemState } from '@shiji/kernel/problem/problem-life'
import { z } from 'zod'
import { TicketId } from './desk.ts'
import { ChangeId } from './desk-changes.ts'
import { ProblemId } from './desk-problem-id.ts'
import { endpoint } from './endpoint.ts'

/** 问题: what lies behind several incidents, its cause and workaround, and the change that ended it. */

const ProblemRow = z.object({
  id: ProblemId,
  number: z.string(),
  title: z.string(),
  service: z.string(),
  state: ProblemState,
  /** How many incidents it caused. */
  tickets: z.int(),
  workaround: z.string(),
  openedAt: z.iso.datetime(),
})

export const Problem = ProblemRow.extend({
  unit: z.string(),
  cause: z.string(),
  openedBy: z.string(),
  incidents: z.array(
    z.object({ id: TicketId, number: z.string(), what: z.string(), unit: z.string(), reportedAt: z.iso.datetime() }),
  ),
  change: z.object({ id: ChangeId, number: z.string(), what: z.string() }).nullable(),
  closing: z.string(),
  closedAt: z.iso.datetime().nullable(),
  closedBy: z.string().nullable(),
})

const work = { permission: 'desk.work' } as const
const readAccess = { permission: 'desk.read' } as const
const text = z.string().trim().max(2_000)

export const deskProblems = {
  listProblems: endpoint({
    method: 'GET',
    path: '/desk/problems',
    summary: 'Problems of the own unit and below, the latest first',
    access: readAccess,
    refuses: [],
  })
    .input(z.object({ state: z.enum(['open', 'all']).default('open') }))
    .output(z.array(ProblemRow)),
  openProblem: endpoint({
    method: 'POST',
    path: '/desk/problems',
    summary: 'Open a problem behind an incident',
    access: work,
    refuses: ['not-found', 'incidents-only', 'problem-taken'],
  })
    .input(z.object({ title: z.string().trim().min(1).max(200), ticketId: TicketId }))
    .output(z.object({ id: ProblemId })),
  readProblem: endpoint({
    method: 'GET',
    path: '/desk/problems/{id}',
    summary: 'A problem with its incidents and the change that ended it',
    access: readAccess,
    refuses: ['not-found'],
  })
    .input(z.object({ id: ProblemId }))
    .output(Problem),
  linkIncident: endpoint({
    method: 'POST',
    path: '/desk/problems/{id}/tickets',
    summary: 'Say that an incident has this problem behind it',
    access: work,
    refuses: ['not-found', 'incidents-only', 'problem-taken', 'problem-closed'],
  })
    .input(z.object({ id: ProblemId, ticketId: TicketId }))
    .output(z.object({})),
  studyProblem: endpoint({
    method: 'PUT',
    path: '/desk/problems/{id}',
    summary: 'Write down cause and workaround; without a cause it is still looked for',
    access: work,
    refuses: ['not-found', 'problem-closed'],
  })
    .input(z.object({ id: ProblemId, cause: text, workaround: text }))
    .output(z.object({})),
  closeProblem: endpoint({
    method: 'POST',
    path: '/desk/problems/{id}/closing',
    summary:
      'Close a problem whose cause is known: by a change that was carried out, or with what is lived with instead',
    access: work,
    refuses: ['not-found', 'problem-closed', 'cause-not-known', 'change-not-done'],
  })
    .input(z.object({ id: ProblemId, changeId: ChangeId.nullable(), closing: text.min(1) }))
    .output(z.object({})),
}
