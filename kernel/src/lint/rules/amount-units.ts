import { normalize } from '../../decimal.ts'
import { parseMoney } from '../../money.ts'
import { finding, type LintFinding } from '../lint-finding.ts'
import type { LintInput } from '../lint-input.ts'

/** A003-15: 100万元 beside bare numbers under a form unit of 万元. */
export function amountUnits({ form }: LintInput): LintFinding[] {
  const { moneyUnit } = form
  if (moneyUnit === null) return []
  return form.parts.flatMap((part, index) => {
    const money = parseMoney(part.amountText, moneyUnit)
    if (!money.ok || money.value.ownUnit === null) return []
    const where = `parts[${index}].amount`
    const text = part.amountText.trim()
    return money.value.ownUnit === moneyUnit
      ? [finding('amount-carries-unit', where, { text, unit: moneyUnit })]
      : [finding('amount-unit-differs', where, { text, unit: moneyUnit, computed: normalize(money.value.amount) })]
  })
}
