import { type Context, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { samplingRules } from '../official-sheets.ts'
import { tellPeople } from '../tell-people.ts'
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
    for (const { formId, project } of saved.items) await tellSampled(tx, context, { formId, project, year })
    return saved
  })
}

async function tellSampled(
  tx: Tx,
  context: Context,
  { formId, project, year }: { readonly formId: string; readonly project: string; readonly year: number },
): Promise<void> {
  const own = await tx
    .selectFrom('performanceSelfEvaluation')
    .select('handedInBy')
    .where('formId', '=', formId)
    .executeTakeFirst()
  await tellPeople(tx, context, {
    code: 'sampled',
    subjectKind: 're-evaluation',
    subjectId: formId,
    people: own?.handedInBy ? [own.handedInBy] : [],
    parameters: { subject: project, year: String(year), opinion: '' },
  })
}
