import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { enqueue } from '#platform/jobs/job'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import type { Scope } from '#platform/measure'
import { refuse } from '#platform/refusal'
import { listBindingHistory, saveBinding } from './binding-store.ts'
import { rollYearJob } from './roll-year.ts'
import { findOrMakeSeries, type Series } from './series-store.ts'

export type NewProof = {
  readonly subjectId: string
  readonly indicator: string
  /** null takes the binding back. */
  readonly measure: { readonly key: string; readonly params: unknown; readonly scope: Scope } | null
  readonly reason: string
  /** The number of the binding the person saw, 0 when there was none. */
  readonly seen: number
  readonly personId: string
  /** The year the promise is for. */
  readonly year: number
}

/** Whoever bound before us may have read the records before ours were there; they are committed by then. */
const ROLL_AFTER = Temporal.Duration.from({ seconds: 10 })

/** The module above has looked whether the person may and the indicator is there. */
export async function bindIndicator(tx: Tx, context: Context, proof: NewProof): Promise<void> {
  const { subjectId, indicator, measure, reason, seen, personId } = proof
  const history = await listBindingHistory(tx, [subjectId], indicator)
  if (history.length !== seen) refuse('changed-meanwhile')
  const series = measure === null ? null : await openSeries(tx, context, { ...measure, year: proof.year })
  const number = seen + 1
  const made = { boundAt: context.now, boundBy: personId }
  const id = context.newId()
  await saveBinding(tx, { id, subjectId, indicator, number, seriesId: series?.id ?? null, reason, ...made })
  const what = { subjectId, indicator, number, reason, measure, before: history.at(-1)?.series ?? null }
  await recordInLedger(tx, context, { did: 'evidence.indicator-bound', ...what })
}

type Asked = NonNullable<NewProof['measure']> & { readonly year: number }

async function openSeries(tx: Tx, context: Context, { key, params, scope, year }: Asked): Promise<Series> {
  const measure = context.measures.get(key) ?? refuse('measure-unknown', { measure: key })
  const parsed = measure.params.safeParse(params)
  if (!parsed.success) return refuse('input-invalid', { problem: parsed.error.issues[0]?.message ?? '' })
  const series = await findOrMakeSeries(tx, { id: context.newId(), measure: key, params: parsed.data, scope })
  const { unitId, projectId } = scope
  const payload = { unitId, projectId, year }
  const runAt = context.now.add(ROLL_AFTER)
  const once = `${rollYearJob.name} ${unitId} ${projectId} ${year}`
  await enqueue(tx, context, { job: rollYearJob, payload, runAt, key: once })
  return series
}
