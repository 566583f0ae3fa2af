import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { samplingRules } from '../official-sheets.ts'
import { listFrame, listSampleRows, saveSample } from './sample-store.ts'

type Input = { readonly year: number; readonly seed: string }

/** The frame is kept with the seed: whoever has both draws the same sample again. */
export async function drawSample(context: Context, { year, seed }: Input) {
  requirePermission(context, 'performance.review')
  const { actor, now } = context

  return inTransaction(context.db, async (tx) => {
    const frame = await listFrame(tx, actor, year)
    if (frame.length === 0) refuse('frame-empty', { year })
    const id = context.newId()
    const rules = samplingRules(year)
    const sample = { id, unitId: actor.unitId, year, seed, rules, frame, drawnAt: now, drawnBy: actor.personId }
    if (!(await saveSample(tx, sample))) refuse('sample-exists', { year, seed })
    await recordInLedger(tx, context, {
      did: 'performance.sample-drawn',
      sampleId: id,
      year,
      seed,
      frame: frame.length,
    })
    const [saved] = await listSampleRows(tx, actor, { year, id })
    if (saved === undefined) throw new Error('a sample just drawn is not found')
    return saved
  })
}
