import type { FormId } from '@shiji/contract/performance'
import { type Decimal, decimal, divide, isZero, multiply } from '@shiji/kernel/decimal'
import { convertMoney } from '@shiji/kernel/money'
import { isSame } from '@shiji/kernel/reevaluation/hand-in'
import { isWithUnit } from '@shiji/kernel/reevaluation/self-evaluation-life'
import { takeComputed } from '@shiji/kernel/reevaluation/take-computed'
import { indicatorName } from '@shiji/kernel/revision/revise-declaration'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { executedThrough, moneyOfYear, sumPayments } from '../money/money-store.ts'
import { rulesOf } from '../official-sheets.ts'
import { type ComputedActual, computeActuals, keepActuals } from '../proof/computed-actuals.ts'
import { saySelfEvaluation } from './say-self-evaluation.ts'
import { listOverrides, lockSelfEvaluation, type SelfEvaluation } from './self-evaluation-store.ts'
import { writeFigures } from './write-figures.ts'

const DECEMBER = 12

/** All computed values at once, read anew from the records and kept; what a person grounded stands. */
export async function takeComputedValues(context: Context, { id, version }: { id: FormId; version: number }) {
  requirePermission(context, 'performance.write')

  return inTransaction(context.db, async (tx) => {
    const own = (await lockSelfEvaluation(tx, context.actor, id)) ?? refuse('not-found')
    if (!isWithUnit(own.state)) refuse('self-evaluation-closed')
    if (own.version !== version) refuse('changed-meanwhile')
    const computed = await computeActuals(tx, context, own.declarationId)

    const rules = rulesOf(own.content, 'self-evaluation')
    const edits = takeComputed(own.content, await findTaken(tx, own, computed), rules)

    await keepActuals(tx, context, { formId: id, computed })
    const taken = await writeFigures(tx, context, own, edits)
    return saySelfEvaluation(tx, context, taken)
  })
}

async function findTaken(tx: Tx, own: SelfEvaluation, computed: readonly ComputedActual[]) {
  const { content, projectId } = own
  const overrides = await listOverrides(tx, own.id)
  const of = (field: 'actual' | 'score') =>
    new Set(
      overrides
        .filter((one) => one.field === field && isSame(one.value, content.indicators[one.position]?.[field] ?? ''))
        .map(({ position }) => position),
    )
  const byName = new Map(computed.map(({ indicator, actual }) => [indicator, actual]))
  const actuals = content.indicators.flatMap((row, position) => {
    const actual = byName.get(indicatorName(row))
    return actual === undefined ? [] : [[position, actual] as const]
  })
  const money = await moneyOfForm(tx, own, projectId)
  return { actuals: new Map(actuals), grounded: { actual: of('actual'), score: of('score') }, money }
}

/** Nothing imported is not nothing paid: then the money of the form stays as it is written. */
async function moneyOfForm(tx: Tx, { content }: SelfEvaluation, projectId: string) {
  const year = content.year ?? 0
  const { payments } = await sumPayments(tx, projectId, year)
  if (payments === 0) return null
  const money = await moneyOfYear(tx, projectId, year)
  const unit = content.moneyUnit ?? '元'
  const fullYear = money.fullYear === null ? content.money.fullYear : convertMoney(money.fullYear, '元', unit)
  if (fullYear == null) return null
  const executed = convertMoney(executedThrough(money, DECEMBER), '元', unit)
  return { fullYear, executed, rate: isZero(fullYear) ? null : percent(executed, fullYear) }
}

function percent(part: Decimal, whole: Decimal): Decimal {
  return divide(multiply(part, decimal('100')), whole, { scale: 2, rounding: 'half-up' })
}
