import { finding, type LintFinding } from '../lint-finding.ts'
import { hasAny, type LintInput, moneyLabel } from '../lint-input.ts'

/** rules.md §3.3 完整性: rows for every side of the output, amounts with a unit. */
export function completeness(input: LintInput): LintFinding[] {
  return [...missingRows(input), ...missingAmounts(input), ...missingUnit(input), ...missingSchedule(input)]
}

const WANTED_DIMENSIONS = ['数量', '质量', '时效', '成本']

function missingRows({ form, template }: LintInput): LintFinding[] {
  if (form.stage !== 'declaration' && form.stage !== 'self-evaluation') return []
  if (form.indicators.length === 0) return [finding('indicators-missing', 'indicators')]
  const printed = new Set(form.indicators.map((row) => row.level2))
  const lacking = (template?.tree ?? [])
    .flatMap((level1) => level1.level2)
    .filter((level2) => hasAny(level2, WANTED_DIMENSIONS) && !printed.has(level2))
  return lacking.length === 0 ? [] : [finding('dimension-without-row', 'indicators', { levels: lacking.join('、') })]
}

/** A blank beside a filled sister of the same sum means zero; blank totals are the business of the sums. */
function missingAmounts(input: LintInput): LintFinding[] {
  const { form, template } = input
  const sums = (template?.checks ?? []).flatMap((check) => (check.kind === 'sum' ? [check] : []))
  const summed = new Set(sums.flatMap((check) => [check.total, ...check.of]))
  return (template?.money ?? [])
    .filter((amount) => amount.required === 'practice' && (form.money[amount.key] ?? null) === null)
    .filter((amount) => !summed.has(`money.${amount.key}`))
    .map((amount) => finding('amount-missing', `money.${amount.key}`, { amount: moneyLabel(input, amount.key) }))
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
