import { isLateEntry } from '@shiji/kernel/upkeep/late-entry'
import { keepDocument } from '#modules/documents'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { inPieces } from '#platform/lists/in-pieces'
import { refuse } from '#platform/refusal'
import { lockMeter } from './meter-store.ts'
import { instantOfWall, openReadingList, planReadingList } from './reading-list.ts'
import { saveReadings } from './reading-store.ts'
import { tellMeter } from './tell-meter.ts'

/** Takes all of a list or nothing of it, and only as it was looked at. */
export async function takeReadingList(context: Context, { file, fingerprint }: { file: File; fingerprint: string }) {
  requirePermission(context, 'upkeep.work')
  const { actor, now, language } = context
  const list = await openReadingList(file, language)
  const sha256 = await context.files.save(list.bytes)

  return inTransaction(context.db, async (tx) => {
    // Two lists of one unit wait for one another.
    await tx.selectFrom('directoryUnit').select('id').where('id', '=', actor.unitId).forUpdate().execute()
    const { made, unchanged, problems, fingerprint: seen } = await planReadingList(tx, context, list)
    if (problems.length > 0) refuse('list-wrong', { count: problems.length })
    if (seen !== fingerprint) refuse('list-read-again')

    const { id: documentId } = await keepDocument(tx, context, { name: list.name, bytes: list.bytes.length, sha256 })
    const by = { enteredAt: now, enteredBy: actor.personId, device: null, aheadSeconds: 0 }
    const rows = made.map(({ meterId, at: wall, value, of: ofAll }) => {
      const at = instantOfWall(wall)
      const how = {
        source: 'list',
        documentId,
        note: '',
        isLateEntry: isLateEntry({ at, enteredAt: now }),
      } as const
      return { id: context.newId(), meterId, at, ...by, ...how, value, ofAll }
    })
    for (const piece of inPieces(rows)) await saveReadings(tx, piece)
    const counts = { made: rows.length, unchanged }
    await recordInLedger(tx, context, { did: 'upkeep.readings-listed', file: list.name, sha256, ...counts })
    await tellAll(tx, context, rows)
    return counts
  })
}

type Row = { readonly meterId: string; readonly at: Temporal.Instant }

async function tellAll(tx: Tx, context: PersonContext, rows: readonly Row[]): Promise<void> {
  for (const [id, own] of Map.groupBy(rows, ({ meterId }) => meterId)) {
    const meter = await lockMeter(tx, context.actor, id)
    const at = own.map((row) => row.at)
    if (meter !== undefined) await tellMeter(tx, context, meter, at)
  }
}
