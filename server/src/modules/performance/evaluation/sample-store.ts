import { FormId } from '@shiji/contract/performance'
import { SampleId, type SampleReply } from '@shiji/contract/re-evaluation'
import { ZERO } from '@shiji/kernel/decimal'
import { FormContentSchema } from '@shiji/kernel/form/form-content-schema'
import type { SamplingRules } from '@shiji/kernel/life/life-rules'
import { convertMoney } from '@shiji/kernel/money'
import { type Candidate, type Drawn, drawSample } from '@shiji/kernel/reevaluation/draw-sample'
import type { z } from 'zod'
import { visibleTo } from '#modules/directory'
import type { Actor } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'

type Reply = z.infer<typeof SampleReply>

/** The self-evaluations of a year that passed their desks, with the year's budget in 元. */
export async function listFrame(reader: Reader, actor: Actor, year: number): Promise<Candidate[]> {
  const rows = await reader
    .selectFrom('performanceSelfEvaluation as own')
    .innerJoin('performanceForm as form', 'form.id', 'own.formId')
    .innerJoin('performanceProject as project', 'project.id', 'form.projectId')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'project.unitId')
    .select(['own.formId', 'form.content', 'project.unitId'])
    .where('own.state', '=', 'accepted')
    .where('form.year', '=', year)
    .where(visibleTo(actor))
    .orderBy('own.formId')
    .execute()
  return rows.map(({ formId, unitId, content }) => {
    const { money, moneyUnit } = FormContentSchema.parse(content)
    const amount = money.fullYear ?? money.initial ?? ZERO
    return { id: formId, unitId, amount: convertMoney(amount, moneyUnit ?? '元', '元') }
  })
}

type NewSample = {
  readonly id: string
  readonly unitId: string
  readonly year: number
  readonly seed: string
  readonly rules: SamplingRules
  readonly frame: readonly Candidate[]
  readonly drawnAt: Temporal.Instant
  readonly drawnBy: string
}

/** False when this unit drew with this seed before. */
export async function saveSample(tx: Tx, { rules, frame, ...sample }: NewSample): Promise<boolean> {
  const saved = await tx
    .insertInto('performanceSample')
    .values({ ...sample, rules: JSON.stringify(rules), frame: JSON.stringify(frame) })
    .onConflict((conflict) => conflict.constraint('performance_sample_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (saved === undefined) return false
  const drawn: Drawn[] = drawSample(frame, sample.seed, rules)
  const items = drawn.map(({ id, ...item }) => ({ ...item, sampleId: sample.id, formId: id }))
  if (items.length > 0) await tx.insertInto('performanceSampleItem').values(items).execute()
  return true
}

/** The samples of a year drawn in units the actor may see, oldest first. */
export async function listSampleRows(
  reader: Reader,
  actor: Actor,
  { year, id }: { year: number; id?: string },
): Promise<Reply[]> {
  const samples = await reader
    .selectFrom('performanceSample as sample')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'sample.unitId')
    .innerJoin('directoryPerson as person', 'person.id', 'sample.drawnBy')
    .selectAll('sample')
    .select('person.name as drawnByName')
    .where('sample.year', '=', year)
    .$if(id !== undefined, (query) => query.where('sample.id', '=', id ?? ''))
    .where(visibleTo(actor))
    .orderBy('sample.drawnAt')
    .orderBy('sample.id')
    .execute()
  const items = Map.groupBy(
    await listItems(
      reader,
      samples.map((sample) => sample.id),
    ),
    ({ sampleId }) => sampleId,
  )
  return samples.map((sample) => {
    const rules = sample.rules as SamplingRules
    return {
      id: SampleId.parse(sample.id),
      year: sample.year,
      seed: sample.seed,
      frame: (sample.frame as readonly Candidate[]).length,
      drawnAt: sample.drawnAt.toString(),
      drawnBy: sample.drawnByName,
      items: (items.get(sample.id) ?? []).map(({ sampleId: _, stratum, ...item }) => ({
        ...item,
        stratum: rules.strata[stratum]?.name.zh ?? '',
      })),
    }
  })
}

async function listItems(reader: Reader, samples: readonly string[]) {
  if (samples.length === 0) return []
  const rows = await reader
    .selectFrom('performanceSampleItem as item')
    .innerJoin('performanceForm as form', 'form.id', 'item.formId')
    .innerJoin('performanceProject as project', 'project.id', 'form.projectId')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'project.unitId')
    .select(['item.sampleId', 'item.formId', 'item.stratum', 'item.why', 'item.lot'])
    .select(['project.name as project', 'directoryUnit.name as unit'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('performanceReEvaluation as again').select('again.id').whereRef('again.formId', '=', 'item.formId'),
      ).as('reEvaluated'),
    )
    .where('item.sampleId', 'in', [...samples])
    .orderBy('item.stratum')
    .orderBy('item.lot')
    .execute()
  return rows.map(({ formId, why, reEvaluated, ...row }) => ({
    ...row,
    formId: FormId.parse(formId),
    why: why as Drawn['why'],
    reEvaluated: reEvaluated === true,
  }))
}
