import { compare, type Decimal, isZero, normalize, subtract, sum } from '../../decimal.ts'
import type { FormTemplate, TemplateCheck } from '../../form/form-template.ts'
import { amountAt, amountOrSum, type SumCheck, sumOfParts } from '../form-amount.ts'
import { finding, type LintFinding } from '../lint-finding.ts'
import { type LintInput, moneyLabel } from '../lint-input.ts'

/** The arithmetic a template asks for, exact to the last digit. */
export function sums(input: LintInput): LintFinding[] {
  const { template } = input
  return template === null ? [] : template.checks.flatMap((check) => evaluate(input, template, check))
}

function evaluate(input: LintInput, template: FormTemplate, check: TemplateCheck): LintFinding[] {
  switch (check.kind) {
    case 'sum':
      return sumHolds(input, template, check)
    case 'difference':
      return differenceHolds(input, check)
    case 'at-least':
      return notBelow(input, template, check)
    case 'column-sum':
      return rowsAddUp(input, template, check)
    case 'product':
    case 'date-order':
    case 'one-choice':
    case 'unique':
    case 'weights':
    case 'execution':
      return []
  }
}

function sumHolds(input: LintInput, template: FormTemplate, check: SumCheck): LintFinding[] {
  const computed = sumOfParts(input.form, template, check)
  if (computed === null) return []
  const printed = amountAt(input.form, check.total)
  const total = labelOf(input, check.total)
  if (printed === null) return [finding('subtotal-blank', check.total, { total, computed: shown(computed) })]
  if (compare(printed, computed) === 0) return []
  if (isZero(printed)) return [finding('total-zero-parts-filled', check.total, { total, computed: shown(computed) })]
  return [finding('sum-differs', check.total, { total, ...apart(printed, computed) })]
}

function differenceHolds(input: LintInput, check: Extract<TemplateCheck, { kind: 'difference' }>): LintFinding[] {
  const [printed, from, less] = [check.result, check.from, check.less].map((it) => amountAt(input.form, it))
  if (!printed || !from || !less) return []
  const computed = subtract(from, less)
  if (compare(printed, computed) === 0) return []
  return [
    finding('difference-differs', check.result, {
      result: labelOf(input, check.result),
      from: labelOf(input, check.from),
      less: labelOf(input, check.less),
      ...apart(printed, computed),
    }),
  ]
}

function notBelow(
  input: LintInput,
  template: FormTemplate,
  check: Extract<TemplateCheck, { kind: 'at-least' }>,
): LintFinding[] {
  const greater = amountOrSum(input.form, template, check.greater)
  const smaller = amountOrSum(input.form, template, check.smaller)
  if (greater === null || smaller === null || compare(greater, smaller) >= 0) return []
  return [
    finding('total-below-part', check.greater, {
      greater: labelOf(input, check.greater),
      smaller: labelOf(input, check.smaller),
      greaterAmount: shown(greater),
      smallerAmount: shown(smaller),
    }),
  ]
}

function rowsAddUp(
  input: LintInput,
  template: FormTemplate,
  check: Extract<TemplateCheck, { kind: 'column-sum' }>,
): LintFinding[] {
  const { form } = input
  const rows = check.rows === 'lines' ? form.lines : form.parts
  const amounts = rows.map((row) => row.amount)
  if (rows.length === 0 || check.column !== 'amount') return []
  const blank = amounts.indexOf(null)
  const printed = amountOrSum(form, template, check.total)
  // A blank row is one cause: it is told at the row, and the total is not blamed as well.
  if (blank >= 0 || printed === null) return []
  const computed = sum(amounts.filter((amount) => amount !== null))
  if (compare(printed, computed) === 0) return []
  return [
    finding('rows-sum-differs', check.total, {
      total: labelOf(input, check.total),
      count: rows.length,
      ...apart(printed, computed),
    }),
  ]
}

function apart(printed: Decimal, computed: Decimal): { printed: string; computed: string; difference: string } {
  const difference = normalize(subtract(printed, computed)).replace('-', '')
  return { printed: shown(printed), computed: shown(computed), difference }
}

function shown(amount: Decimal): string {
  return normalize(amount)
}

function labelOf(input: LintInput, address: string): string {
  return address.startsWith('money.')
    ? moneyLabel(input, address.slice('money.'.length))
    : address.replace(/^\w+\./, '')
}
