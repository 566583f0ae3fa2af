import type { FormTemplate } from '../../form/form-template.ts'
import { amountOrSum } from '../form-amount.ts'
import { finding, type LintFinding } from '../lint-finding.ts'
import { hasAny, isBlankRow, type LintInput, moneyLabel } from '../lint-input.ts'

/** rules.md §3.3 完整性: rows for every side of the output, amounts with a unit. */
export function completeness(input: LintInput): LintFinding[] {
  return [...missingRows(input), ...missingAmounts(input), ...missingUnit(input), ...missingSchedule(input)]
}

const WANTED_DIMENSIONS = ['数量', '质量', '时效', '成本']

function missingRows({ form, template }: LintInput): LintFinding[] {
  if (form.stage !== 'declaration' && form.stage !== 'self-evaluation') return []
  const filled = form.indicators.filter((row) => !isBlankRow(row))
  if (filled.length === 0) return [finding('indicators-missing', 'indicators')]
  const printed = new Set(filled.map((row) => row.level2))
  const lacking = (template?.tree ?? [])
    .flatMap((level1) => level1.level2)
    .filter((level2) => hasAny(level2, WANTED_DIMENSIONS) && !printed.has(level2))
  return lacking.length === 0 ? [] : [finding('dimension-without-row', 'indicators', { levels: lacking.join('、') })]
}

/** A blank total with filled parts is told by the sums; a blank part beside a filled one means zero. */
function missingAmounts(input: LintInput): LintFinding[] {
  const { form, template } = input
  if (template === null) return []
  return template.money
    .filter(({ key, required }) => required === 'practice' && (form.money[key] ?? null) === null)
    .filter(({ key }) => !isExcused(input, template, `money.${key}`))
    .map(({ key }) => finding('amount-missing', `money.${key}`, { amount: moneyLabel(input, key) }))
}

function isExcused({ form }: LintInput, template: FormTemplate, address: string): boolean {
  return template.checks.some((check) => {
    if (check.kind !== 'sum') return false
    const filled = check.of.some((part) => part !== address && amountOrSum(form, template, part) !== null)
    return filled && (check.total === address || check.of.includes(address))
  })
}

function missingUnit({ form, template }: LintInput): LintFinding[] {
  const hasMoney = Object.values(form.money).some((amount) => amount !== null)
  return hasMoney && form.moneyUnit === null && (template?.moneyUnit ?? null) === null
    ? [finding('money-unit-missing', 'moneyUnit')]
    : []
}

function missingSchedule({ form, template }: LintInput): LintFinding[] {
  const asked = template?.columns.schedule !== undefined && form.stage === 'declaration'
  return asked && form.schedule.every((step) => step.content.trim() === '')
    ? [finding('schedule-missing', 'schedule')]
    : []
}
