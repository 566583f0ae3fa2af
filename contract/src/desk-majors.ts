import { MajorState } from '@shiji/kernel/major/major-state'
import { TicketState } from '@shiji/kernel/ticket/ticket-state'
import { z } from 'zod'
import { TicketId } from './desk.ts'
import { PersonId } from './directory.ts'
import { endpoint } from './endpoint.ts'

/** 重大事件: who leads, what those who are hit were told and when they hear again, and what was learnt. */

const instant = z.iso.datetime()
const text = z.string().trim().max(2_000)

const MajorRow = z.object({
  id: TicketId,
  /** ZD-2026-0001. */
  number: z.string(),
  what: z.string(),
  unit: z.string(),
  state: MajorState,
  declaredAt: instant,
  endedAt: instant.nullable(),
  leader: z.string().nullable(),
  nextUpdateAt: instant.nullable(),
  /** Whether an announcement was promised by now and did not come. */
  isUpdateLate: z.boolean(),
})

export const Major = MajorRow.extend({
  ticket: z.object({ number: z.string(), state: TicketState }),
  /** Null when the rule of severity declared it. */
  declaredBy: z.string().nullable(),
  reason: z.string(),
  course: z.string(),
  cause: z.string(),
  measures: z.string(),
  reviewedBy: z.string().nullable(),
  reviewedAt: instant.nullable(),
  entries: z.array(
    z.object({
      number: z.int(),
      kind: z.enum(['declared', 'led', 'noted', 'announced', 'ended', 'resumed', 'reviewed']),
      at: instant,
      by: z.string(),
      words: z.string(),
      /** How many people an announcement went to. */
      told: z.int().nullable(),
      /** Whether it was put on the status page as well. */
      isPublic: z.boolean(),
    }),
  ),
  /** Calls about the same that were merged into it. */
  merged: z.array(
    z.object({ id: TicketId, number: z.string(), what: z.string(), unit: z.string(), reportedAt: instant }),
  ),
  /** How many people an announcement reaches now. */
  reaches: z.int(),
  mayAct: z.boolean(),
})

const access = { permission: 'desk.read' } as const
const work = { permission: 'desk.work' } as const
const Id = z.object({ id: TicketId })

export const deskMajors = {
  listMajors: endpoint({
    method: 'GET',
    path: '/desk/majors',
    summary: 'Major incidents one may see, the newest first',
    access,
    refuses: [],
  }).output(z.array(MajorRow)),
  openMajor: endpoint({
    method: 'GET',
    path: '/desk/majors/{id}',
    summary: 'A major incident with everything that was done and said',
    access,
    refuses: ['not-found'],
  })
    .input(Id)
    .output(Major),
  declareMajor: endpoint({
    method: 'POST',
    path: '/desk/majors',
    summary: 'Declare an incident major, with the reason; the most severe ones are by themselves',
    access: work,
    refuses: ['not-found', 'incidents-only', 'major-already'],
  })
    .input(z.object({ id: TicketId, reason: text.min(1) }))
    .output(z.object({})),
  leadMajor: endpoint({
    method: 'PUT',
    path: '/desk/majors/{id}/leader',
    summary: 'Say who leads',
    access: work,
    refuses: ['not-found', 'major-state'],
  })
    .input(Id.extend({ personId: PersonId }))
    .output(z.object({})),
  noteMajor: endpoint({
    method: 'POST',
    path: '/desk/majors/{id}/notes',
    summary: 'Write down what is known or was done, for those who work on it',
    access: work,
    refuses: ['not-found', 'major-state'],
  })
    .input(Id.extend({ words: text.min(1) }))
    .output(z.object({})),
  announceMajor: endpoint({
    method: 'POST',
    path: '/desk/majors/{id}/announcements',
    summary: 'Tell everybody who is hit how it stands, and when they hear again',
    access: work,
    refuses: ['not-found', 'major-state', 'major-update-past'],
  })
    .input(
      Id.extend({
        words: text.min(1),
        nextUpdateAt: instant.nullable(),
        /** Shown on the status page as well until it is over, to people without an account. */
        isPublic: z.boolean().default(false),
      }),
    )
    .output(z.object({ told: z.int() })),
  endMajor: endpoint({
    method: 'POST',
    path: '/desk/majors/{id}/end',
    summary: 'Say that it is over and tell everybody who is hit; or that it goes on after all',
    access: work,
    refuses: ['not-found', 'major-state'],
  })
    .input(Id.extend({ words: text.min(1), isOver: z.boolean() }))
    .output(z.object({})),
  reviewMajor: endpoint({
    method: 'POST',
    path: '/desk/majors/{id}/review',
    summary: 'Write down what happened, why, and what is done so that it does not happen again',
    access: work,
    refuses: ['not-found', 'major-state'],
  })
    .input(Id.extend({ course: text.min(1), cause: text.min(1), measures: text.min(1) }))
    .output(z.object({})),
}
