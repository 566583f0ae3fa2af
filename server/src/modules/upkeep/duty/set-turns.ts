import type { PersonId } from '@shiji/contract/directory'
import type { OccurrenceId } from '@shiji/contract/upkeep'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { lockOccurrence } from '../occurrences/occurrence-store.ts'
import { listCandidates } from './roster-store.ts'
import { DUTY_KINDS, findShift } from './shift-store.ts'
import { endTurns, listTurns, saveTurns } from './turn-store.ts'

type Input = { readonly id: OccurrenceId; readonly people: readonly PersonId[]; readonly why: string }

/** Who came already stays on the shift; whoever does not is taken off it with the reason. */
export async function setTurns(context: Context, { id, people, why }: Input) {
  requirePermission(context, 'upkeep.plan')
  const { actor, now, db } = context
  return inTransaction(db, async (tx) => {
    const shift = (await lockOccurrence(tx, actor, id)) ?? refuse('not-found')
    const known = new Set((await listCandidates(tx, shift.unitId)).map((one) => one.id))
    if (!DUTY_KINDS.includes(shift.kind) || people.some((person) => !known.has(person))) refuse('not-found')
    if (Temporal.Instant.compare(shift.dueAt, now) <= 0) refuse('occurrence-settled')
    const before = await listTurns(tx, actor, [id])
    const gone = before.filter(({ person }) => !people.includes(person.id))
    if (gone.some(({ inAt }) => inAt !== null)) refuse('checked-already')

    await endTurns(tx, now, { ids: gone.map((turn) => turn.id), why })
    const there = new Set(before.map(({ person }) => person.id))
    const added = [...new Set(people)].filter((person) => !there.has(person))
    const turns = added.map((personId) => ({ occurrenceId: id, personId }))
    await saveTurns(tx, context, { by: actor.personId, turns })
    const names = before.map(({ person }) => person.id)
    await recordInLedger(tx, context, { did: 'upkeep.turn-set', occurrenceId: id, before: names, after: people, why })
    return (await findShift(tx, { actor, now }, id)) ?? refuse('not-found')
  })
}
