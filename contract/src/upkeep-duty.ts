import { DayWindow } from '@shiji/kernel/upkeep/frequency'
import { OccurrenceState } from '@shiji/kernel/upkeep/occurrence-state'
import { SwapState } from '@shiji/kernel/upkeep/swap'
import { Turns } from '@shiji/kernel/upkeep/turns'
import { z } from 'zod'
import { PersonId, UnitId } from './directory.ts'
import { endpoint } from './endpoint.ts'
import { OccurrenceId, PlanId, PlanKind, PlanRow } from './upkeep.ts'

/** 值班 and 驻场: who is on which shift, who came, and what was handed over. */

export const TurnId = z.uuid().brand<'TurnId'>()
export type TurnId = z.infer<typeof TurnId>
export const SwapId = z.uuid().brand<'SwapId'>()
export type SwapId = z.infer<typeof SwapId>

const instant = z.iso.datetime()
const read = { permission: 'upkeep.read' } as const
const plan = { permission: 'upkeep.plan' } as const
const work = { permission: 'upkeep.work' } as const

const Named = z.object({ id: PersonId, name: z.string() })

export const Turn = z.object({
  id: TurnId,
  person: Named,
  isMine: z.boolean(),
  /** 签到 and 签退, by the clock of the server. */
  inAt: instant.nullable(),
  outAt: instant.nullable(),
})

/** A ticket that was open when the shift was handed over. */
export const OpenTicket = z.object({ id: z.uuid(), number: z.string(), what: z.string() })

const HandOver = z.object({
  note: z.string(),
  tickets: z.array(OpenTicket),
  givenAt: instant,
  givenBy: z.string(),
  takenAt: instant.nullable(),
  takenBy: z.string().nullable(),
  /** Both signatures came within the time the plan gives. */
  isInTime: z.boolean().nullable(),
})

export const Shift = z.object({
  id: OccurrenceId,
  planId: PlanId,
  planName: z.string(),
  kind: PlanKind,
  unit: z.object({ id: UnitId, name: z.string() }),
  day: z.iso.date(),
  slot: z.int(),
  opensAt: instant,
  dueAt: instant,
  state: OccurrenceState,
  phase: z.enum(['ahead', 'due', 'overdue']),
  turns: z.array(Turn),
  peopleNeeded: z.int(),
  /** How many are still to be found, of those who can come; 0 once the shift is over. */
  gap: z.int(),
  /** Seconds of the shift in which somebody was there so far. */
  coveredSeconds: z.int(),
  handOver: HandOver.nullable(),
  cause: z.string().nullable(),
})

export const Swap = z.object({
  id: SwapId,
  state: SwapState,
  asker: Named,
  person: Named,
  why: z.string(),
  isForMe: z.boolean(),
  shift: z.object({ planName: z.string(), opensAt: instant, dueAt: instant }),
  /** What the asker takes in return. */
  back: z.object({ planName: z.string(), opensAt: instant, dueAt: instant }).nullable(),
})

const Duty = z.object({
  /** Shifts that run now. */
  now: z.array(Shift),
  /** My own: those not handed over yet, and those of the days to come. */
  mine: z.array(Shift),
  /** Handed over by a colleague, and waiting for my signature. */
  toTake: z.array(Shift),
  swaps: z.array(Swap),
})

export const upkeepDuty = {
  readDuty: endpoint({
    method: 'GET',
    path: '/upkeep/duty',
    summary: 'Who is on duty now, my shifts, and the swaps that wait',
    access: read,
    refuses: [],
  }).output(Duty),
  readRoster: endpoint({
    method: 'GET',
    path: '/upkeep/plans/{id}/roster/{month}',
    summary: 'Every shift of a month with its people, and the gaps ahead',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ id: PlanId, month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }))
    .output(
      z.object({
        plan: PlanRow,
        shifts: z.array(Shift),
        /** Hours of the day in no shift. */
        holes: z.array(DayWindow),
        rotation: z.object({ from: z.iso.date(), turns: Turns, people: z.array(Named) }).nullable(),
        /** The first shift ahead, in whatever month, that has too few people. */
        firstGap: z.object({ id: OccurrenceId, opensAt: instant, dueAt: instant }).nullable(),
        gaps: z.int(),
      }),
    ),
  listDutyPeople: endpoint({
    method: 'GET',
    path: '/upkeep/plans/{id}/people',
    summary: 'Who may be put on the roster of a plan: the unit, those below it, and the suppliers',
    access: work,
    refuses: ['not-found'],
  })
    .input(z.object({ id: PlanId }))
    .output(z.array(Named.extend({ unit: z.string() }))),
  setRotation: endpoint({
    method: 'PUT',
    path: '/upkeep/plans/{id}/rotation',
    summary: 'Make the roster from a day on, as far ahead as the plan is laid out',
    access: plan,
    refuses: ['not-found', 'plan-over'],
  })
    .input(z.object({ id: PlanId, from: z.iso.date(), turns: Turns, people: z.array(PersonId).min(1).max(60) }))
    .output(z.object({ shifts: z.int(), gaps: z.int() })),
  setTurns: endpoint({
    method: 'PUT',
    path: '/upkeep/shifts/{id}/people',
    summary: 'Put others on a shift, and say why',
    access: plan,
    refuses: ['not-found', 'occurrence-settled', 'checked-already'],
  })
    .input(z.object({ id: OccurrenceId, people: z.array(PersonId).max(20), why: z.string().trim().min(2).max(200) }))
    .output(Shift),
  checkTurn: endpoint({
    method: 'POST',
    path: '/upkeep/turns/{id}/check/{way}',
    summary: 'I am here, or I leave: the time is that of the server; sent twice the first one stands',
    access: work,
    refuses: ['not-found', 'not-on-roster', 'not-open-yet', 'occurrence-over', 'not-checked-in'],
  })
    .input(z.object({ id: TurnId, way: z.enum(['in', 'out']) }))
    .output(Shift),
  askSwap: endpoint({
    method: 'POST',
    path: '/upkeep/swaps',
    summary: 'Ask a colleague to take my shift, perhaps for one of theirs; the same id again is the same request',
    access: work,
    refuses: ['not-found', 'not-on-roster', 'occurrence-settled', 'swap-asked'],
  })
    .input(
      z.object({
        id: SwapId,
        turnId: TurnId,
        personId: PersonId,
        backTurnId: TurnId.nullable(),
        why: z.string().trim().min(2).max(200),
      }),
    )
    .output(Swap),
  answerSwap: endpoint({
    method: 'POST',
    path: '/upkeep/swaps/{id}/answer',
    summary: 'Agree or decline, or take back what I asked; agreed, the roster changes',
    access: work,
    refuses: ['not-found', 'swap-over'],
  })
    .input(z.object({ id: SwapId, answer: SwapState.exclude(['asked']) }))
    .output(Swap),
  openHandOver: endpoint({
    method: 'GET',
    path: '/upkeep/shifts/{id}/hand-over',
    summary: 'The log of a shift: what is open now, or was when it was handed over, and who comes next',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ id: OccurrenceId }))
    .output(
      z.object({
        shift: Shift,
        next: Shift.nullable(),
        /** null: the shift is ahead, or was over long ago without a hand-over. */
        open: z.array(OpenTicket).nullable(),
      }),
    ),
  giveHandOver: endpoint({
    method: 'POST',
    path: '/upkeep/shifts/{id}/hand-over',
    summary: 'The first signature, of who leaves; the open tickets are kept with it',
    access: work,
    refuses: ['not-found', 'not-on-roster', 'not-open-yet', 'not-checked-in', 'checked-already'],
  })
    .input(z.object({ id: OccurrenceId, note: z.string().trim().min(1).max(2000) }))
    .output(Shift),
  takeHandOver: endpoint({
    method: 'POST',
    path: '/upkeep/shifts/{id}/hand-over/taking',
    summary: 'The second signature, of who comes: those of the shift before leave, and the one who signs is there',
    access: work,
    refuses: ['not-found', 'not-on-roster', 'not-open-yet', 'not-handed-over', 'checked-already', 'taker-is-giver'],
  })
    .input(z.object({ id: OccurrenceId }))
    .output(Shift),
}
