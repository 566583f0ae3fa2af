import type { NewTicket } from '@shiji/contract/desk'
import { momentOf } from '@shiji/kernel/ticket/device-moment'
import type { z } from 'zod'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { inTransaction, type Reader, type Tx } from '#platform/database/transaction'
import { violates } from '#platform/database/violation'
import { refuse } from '#platform/refusal'
import { type Caller, findCaller } from '../callers/find-caller.ts'
import { DESK_RULES, nameOfService } from '../desk-rules.ts'
import { findDistrict } from '../teams/team-store.ts'
import { type OpenTicket, openTicket, readTicket } from './open-ticket.ts'
import { findGround, type Ground, saveCall } from './save-call.ts'
import { findLogger } from './ticket-store.ts'

type Input = z.output<typeof NewTicket>

export async function logTicket(context: Context, input: Input) {
  requirePermission(context, 'desk.log')
  requirePermission(context, 'desk.read')
  let opened: OpenTicket | undefined
  const log = () =>
    inTransaction(context.db, async (tx) => {
      await logOnce(tx, context, input)
      // Whoever logged it reads it as it will stand; a repeat reads what stands by then.
      opened = await readTicket(tx, context, input.id)
    })
  await log().catch((error: unknown) => {
    // The same call came twice at once; the other one is there now.
    if (violates(error, 'desk_ticket_key')) return log()
    throw error
  })
  return opened ?? openTicket(context, { id: input.id })
}

async function logOnce(tx: Tx, context: PersonContext, input: Input): Promise<void> {
  // Asked for together; a call that was logged already asks in vain, and whatever may be said against it by now.
  const time = momentOf(input.time, context.now.toString())
  const { unitId, service } = input
  const ground = unitId === null ? undefined : findGround(tx, context.now, { unitId, service, at: time.at })
  const asked = findCaller(tx, context, input)
  for (const one of [ground, asked]) one?.catch(() => undefined)
  const known = await findLogger(tx, input.id)
  if (known === undefined) return save(tx, context, { input, time, caller: await asked, ground })
  if (known !== context.actor.personId) refuse('ticket-id-taken')
}

type Called = {
  readonly input: Input
  readonly time: ReturnType<typeof momentOf>
  readonly caller: Caller
  readonly ground: Promise<Ground> | undefined
}

async function save(
  tx: Tx,
  context: PersonContext,
  { input, time: moment, caller: found, ground }: Called,
): Promise<void> {
  const { actor, now, language } = context
  const { id, kind, channel, contact, place, service, scope, lateReason } = input
  const { teamId: team, ...caller } = found
  const { at, aheadSeconds } = moment
  const isLate = now.since(Temporal.Instant.from(at)).total('seconds') > DESK_RULES.lateAfterSeconds
  if (isLate && lateReason === '') refuse('reason-missing')
  const teamId = team ?? (await teamWithout(tx, context))
  const what = input.what === '' ? nameOfService(service, language) : input.what
  const facts = { id, kind, channel, contact, place, service, scope, lateReason, what }
  const time = { at, isLate, aheadSeconds, device: input.time.device || null }
  await saveCall(tx, context, { ...facts, caller, teamId, by: actor.personId, time, ...(ground && { ground }) })
}

/** Where nobody was named to serve the unit whoever works at the desk takes it, and otherwise the district. */
async function teamWithout(reader: Reader, { actor }: PersonContext): Promise<string> {
  return actor.permissions.has('desk.work') ? actor.unitId : findDistrict(reader)
}
