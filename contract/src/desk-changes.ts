import { ChangeResult, ChangeRisk, ChangeState } from '@shiji/kernel/change/change-life'
import { z } from 'zod'
import { UnitId } from './directory.ts'
import { endpoint } from './endpoint.ts'

/** Changes with approved windows: the one list of planned downtime for clocks and availability. */

export const ChangeId = z.uuid().brand<'ChangeId'>()
export type ChangeId = z.infer<typeof ChangeId>
const instant = z.iso.datetime()
const Named = z.object({ id: UnitId, name: z.string() })
const said = z.string().trim().min(1).max(2_000)

/** Why a window is or is not planned downtime. */
export const WindowStanding = z.enum(['planned', 'not-approved', 'not-announced', 'too-late', 'unused'])

/** An approved and announced window a ticket was reported in. */
export const PlannedWork = z.object({ id: ChangeId, number: z.string(), from: instant, until: instant })

export const ChangePlan = z.object({
  what: z.string().trim().min(1).max(200),
  why: said,
  risk: ChangeRisk,
  /** How to get back when it goes wrong. */
  backOut: said,
  services: z.array(z.string().min(1).max(40)).min(1).max(20),
  /** Each with all units below it. */
  places: z.array(UnitId).min(1).max(50),
  from: instant,
  until: instant,
})

const ChangeRow = z.object({
  id: ChangeId,
  number: z.string(),
  what: z.string(),
  risk: ChangeRisk,
  state: ChangeState,
  unit: Named,
  services: z.array(z.object({ key: z.string(), name: z.string() })),
  places: z.array(Named),
  from: instant,
  until: instant,
  standing: WindowStanding,
  result: ChangeResult.nullable(),
})

export const Change = ChangeRow.extend({
  why: z.string(),
  backOut: z.string(),
  filedBy: z.string(),
  filedAt: instant,
  announcedAt: instant.nullable(),
  announcedBy: z.string().nullable(),
  announcement: z.string(),
  resultNote: z.string(),
  beganAt: instant.nullable(),
  endedAt: instant.nullable(),
  reportedBy: z.string().nullable(),
  /** What the reader may do now. */
  mayMend: z.boolean(),
  mayAnnounce: z.boolean(),
  mayReport: z.boolean(),
})

const work = { permission: 'desk.work' } as const
const seen = { permission: 'desk.read' } as const

export const deskChanges = {
  listChanges: endpoint({
    method: 'GET',
    path: '/desk/changes',
    summary: 'Changes whose window touches a month, by the beginning of the window',
    access: seen,
    refuses: [],
  })
    .input(z.object({ month: z.string().regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/) }))
    .output(z.array(ChangeRow)),
  openChange: endpoint({
    method: 'GET',
    path: '/desk/changes/{id}',
    summary: 'A change with its window, its way and what came of it',
    access: seen,
    refuses: ['not-found'],
  })
    .input(z.object({ id: ChangeId }))
    .output(Change),
  fileChange: endpoint({
    method: 'POST',
    path: '/desk/changes',
    summary: 'Plan a change and send it for approval',
    access: work,
    refuses: ['not-found', 'window-reversed', 'window-past', 'service-not-offered', 'no-flow', 'flow-refused'],
  })
    .input(ChangePlan)
    .output(Change),
  mendChange: endpoint({
    method: 'PUT',
    path: '/desk/changes/{id}',
    summary: 'Correct a change that was returned, before it is submitted again',
    access: work,
    refuses: ['not-found', 'change-not-open', 'window-reversed', 'window-past', 'service-not-offered'],
  })
    .input(ChangePlan.extend({ id: ChangeId }))
    .output(Change),
  announceChange: endpoint({
    method: 'POST',
    path: '/desk/changes/{id}/announcement',
    summary: 'Tell the people of the places it touches, before the window begins; only then it is planned downtime',
    access: work,
    refuses: ['not-found', 'change-not-open', 'announced-already', 'window-begun'],
  })
    .input(z.object({ id: ChangeId, text: z.string().trim().min(1).max(500) }))
    .output(Change),
  reportChange: endpoint({
    method: 'POST',
    path: '/desk/changes/{id}/result',
    summary: 'Say what came of the change; once',
    access: work,
    refuses: ['not-found', 'change-not-open', 'window-reversed', 'not-yet-happened'],
  })
    .input(
      z.object({
        id: ChangeId,
        result: ChangeResult,
        note: said,
        /** Null when it was not carried out. */
        began: instant.nullable(),
        ended: instant.nullable(),
      }),
    )
    .output(Change),
}
