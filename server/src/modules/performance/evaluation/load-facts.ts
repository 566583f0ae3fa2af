import { FormContentSchema } from '@shiji/kernel/form/form-content-schema'
import { indicatorName } from '@shiji/kernel/revision/revise-declaration'
import type { Evaluation } from '@shiji/kernel/scoring/evaluation'
import { requestOfForm } from '@shiji/kernel/scoring/request-of-form'
import { scoreForm } from '@shiji/kernel/scoring/score-form'
import type { Context } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { sumPayments } from '../money/money-store.ts'
import { rulesOf } from '../official-sheets.ts'
import { listApproved } from '../proof/approved-store.ts'
import { type KeptActual, listKeptActuals } from '../proof/computed-actuals.ts'
import { loadRows } from '../proof/load-rows.ts'
import type { RowState } from '../proof/say-row.ts'
import { listOverrides, type SelfEvaluation } from './self-evaluation-store.ts'

/** What the unit reported under each name in an earlier year. */
type PastYear = { readonly year: number; readonly actuals: ReadonlyMap<string, string> }

/** Everything the page of a self-evaluation is made of. */
export type EvaluationFacts = {
  readonly own: SelfEvaluation
  readonly evaluation: Evaluation
  /** Positions of the rows that went so far beyond their target that the place wants to hear why. */
  readonly beyond: ReadonlySet<number>
  readonly overrides: Awaited<ReturnType<typeof listOverrides>>
  /** By 一级-二级-三级, as everything below. */
  readonly kept: ReadonlyMap<string, KeptActual>
  /** The rows of the declaration with their bindings and readings of today. */
  readonly states: ReadonlyMap<string, RowState>
  readonly past: readonly PastYear[]
  readonly payments: Awaited<ReturnType<typeof sumPayments>>
}

const YEARS_BACK = 4

export function evaluate({ content }: Pick<SelfEvaluation, 'content'>): Evaluation {
  return scoreForm(requestOfForm(content), rulesOf(content, 'self-evaluation'))
}

export async function loadFacts(reader: Reader, context: Context, own: SelfEvaluation): Promise<EvaluationFacts> {
  const { id, declarationId, projectId, content } = own
  const year = content.year ?? 0
  const [declaration] = await listApproved(reader, context.actor, { id: declarationId, limit: 1 })
  const declarations = declaration === undefined ? [] : [declaration]
  const [loaded] = await loadRows(reader, context, { declarations, year: declaration?.year ?? year })
  return {
    own,
    evaluation: evaluate(own),
    beyond: farBeyond(own),
    overrides: await listOverrides(reader, id),
    kept: await listKeptActuals(reader, context, own),
    states: new Map((loaded?.rows ?? []).map((state) => [indicatorName(state.row), state])),
    past: await listPast(reader, projectId, year),
    payments: await sumPayments(reader, projectId, year),
  }
}

const REASON_AT = /^indicators\[(\d+)\]\.reason$/

/** Asked of the rows without their reasons, so that an explained row is still known to have gone beyond. */
function farBeyond({ content }: SelfEvaluation): ReadonlySet<number> {
  const indicators = content.indicators.map((row) => ({ ...row, reason: null }))
  const found = evaluate({ content: { ...content, indicators } }).warnings.flatMap(({ code, where }) =>
    code === 'over-achievement-needs-reason' ? [Number(REASON_AT.exec(where)?.[1])] : [],
  )
  return new Set(found)
}

/** The self-evaluations of the project in the years before, handed in or brought as files. */
async function listPast(reader: Reader, projectId: string, year: number): Promise<PastYear[]> {
  const rows = await reader
    .selectFrom('performanceForm')
    .select(['year', 'content'])
    .where('projectId', '=', projectId)
    .where('stage', '=', 'self-evaluation')
    .where('year', '<', year)
    .where('year', '>=', year - YEARS_BACK)
    .orderBy('year')
    .execute()
  return rows.map((row) => {
    const { indicators } = FormContentSchema.parse(row.content)
    const actuals = indicators.map((one) => [indicatorName(one), one.actual ?? ''] as const)
    return { year: row.year, actuals: new Map(actuals) }
  })
}
