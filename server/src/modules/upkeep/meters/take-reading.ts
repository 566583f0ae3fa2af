import type { DocumentId } from '@shiji/contract/documents'
import type { upkeepMeters } from '@shiji/contract/upkeep-meters'
import { momentOf } from '@shiji/kernel/ticket/device-moment'
import { isOutside, judgeValue, VALUE_WORDS } from '@shiji/kernel/upkeep/judge-value'
import { isLateEntry } from '@shiji/kernel/upkeep/late-entry'
import { say } from '@shiji/kernel/wording'
import type { z } from 'zod'
import { openDocument, pictureTypeOf } from '#modules/documents'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { violates } from '#platform/database/violation'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { lockMeter, type NewReading } from './meter-store.ts'
import { findNeighbours, findReading, saveReadings } from './reading-store.ts'
import { tellMeter } from './tell-meter.ts'

type Input = z.output<NonNullable<(typeof upkeepMeters.takeReading)['~orpc']['inputSchema']>>

export async function takeReading(context: Context, input: Input) {
  requirePermission(context, 'upkeep.work')
  const { actor, now, db, language } = context
  const { id, readingId, value, of, documentId, note } = input
  const source = await sourceOf(context, documentId)

  return inTransaction(db, async (tx) => {
    const meter = (await lockMeter(tx, actor, id)) ?? refuse('not-found')
    const known = await findReading(tx, actor, readingId)
    if (known !== undefined) return known
    if (meter.endedAt !== null) refuse('meter-ended')
    const moment = momentOf(input.time, now.toString())
    const at = Temporal.Instant.from(moment.at)
    const judged = judgeValue(meter.kind, { value, of }, await findNeighbours(tx, id, at))
    if (!judged.ok) refuse('reading-wrong', { sentence: say(VALUE_WORDS[judged.problem], language) })
    if (isOutside(meter, value) && note === '') refuse('fault-needs-deed', { check: `${meter.name} ${value}` })

    const entered = { enteredAt: now, enteredBy: actor.personId, isLateEntry: isLateEntry({ at, enteredAt: now }) }
    const how = { device: input.time.device || null, aheadSeconds: moment.aheadSeconds, source, documentId, note }
    await saveReadings(tx, [{ id: readingId, meterId: id, at, ...entered, ...how, value, ofAll: of }])
    await recordInLedger(tx, context, { did: 'upkeep.reading-taken', meterId: id, readingId, at: moment.at, value, of })
    await tellMeter(tx, context, meter, [at])
    return (await findReading(tx, actor, readingId)) ?? refuse('not-found')
  }).catch((error: unknown) => {
    if (violates(error, 'upkeep_reading_once')) refuse('reading-there')
    throw error
  })
}

/** A picture of the display proves more than a file, and both more than a word. */
async function sourceOf(context: Context, documentId: DocumentId | null): Promise<NewReading['source']> {
  if (documentId === null) return 'typed'
  const { bytes } = await openDocument(context, documentId)
  return pictureTypeOf(bytes) === null ? 'file' : 'photo'
}
