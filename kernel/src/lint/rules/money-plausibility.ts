import { compare, isZero, normalize } from '../../decimal.ts'
import { finding, type LintFinding } from '../lint-finding.ts'
import { amountOf, hasAny, type LintInput, textOf } from '../lint-input.ts'

/** Amounts that add up and still cannot all be true. */
export function moneyPlausibility(input: LintInput): LintFinding[] {
  return [
    ...lastYearOfNewProject(input),
    ...allEqual(input),
    ...laterYear(input),
    ...initialZero(input),
    ...mixedFormats(input),
  ]
}

/** A003-1; rules.md §1.2: a one-off project has no same-name budget last year. */
function lastYearOfNewProject(input: LintInput): LintFinding[] {
  const kind = textOf(input, 'attribute') ?? textOf(input, 'category')
  const { newProject, oneOff } = input.words
  if (kind === null || !hasAny(kind.text, [...newProject.words, ...oneOff.words])) return []
  const last = amountOf(input, 'lastYearBudget') ?? amountOf(input, 'lastYearExecuted')
  if (last === null || isZero(last.amount)) return []
  const parameters = { kind: kind.text, amount: last.label, value: normalize(last.amount) }
  return [finding('new-with-last-year-money', kind.where, parameters)]
}

/** A003-2. */
function allEqual(input: LintInput): LintFinding[] {
  const roles = ['lastYearBudget', 'lastYearExecuted', 'year', 'total'] as const
  const amounts = roles.map((role) => amountOf(input, role)).filter((it) => it !== null)
  const [first] = amounts
  if (first === undefined || amounts.length < roles.length || isZero(first.amount)) return []
  if (amounts.some((it) => compare(it.amount, first.amount) !== 0)) return []
  return [finding('amounts-all-equal', first.where, { value: normalize(first.amount) })]
}

/** A001-8. */
function laterYear(input: LintInput): LintFinding[] {
  const word = input.words.laterYear.words.find((it) => input.form.project.includes(it))
  const [total, year] = [amountOf(input, 'total'), amountOf(input, 'year')]
  if (word === undefined || total === null || year === null || compare(total.amount, year.amount) !== 0) return []
  return [finding('later-year-total-equals-year', total.where, { word, value: normalize(total.amount) })]
}

/** A004-A-1. */
function initialZero(input: LintInput): LintFinding[] {
  const [initial, fullYear] = [amountOf(input, 'initial'), amountOf(input, 'fullYear')]
  if (initial === null || fullYear === null || !isZero(initial.amount) || isZero(fullYear.amount)) return []
  return [finding('initial-zero', initial.where, { fullYear: normalize(fullYear.amount) })]
}

/** A004-A-11: `57607470.00` beside `56961217`; 395.52 beside 400 is no mixture. Rates and scores are no money. */
function mixedFormats({ form, template, words }: LintInput): LintFinding[] {
  const rates = (template?.checks ?? []).flatMap((check) => (check.kind === 'execution' ? [check.rate] : []))
  const noMoney = new Set([...words.moneyRoles.executionWeight, ...words.moneyRoles.executionScore])
  const amounts = Object.entries(form.money)
    .filter(([key]) => !noMoney.has(key) && !rates.includes(`money.${key}`))
    .flatMap(([, amount]) => (amount === null || isZero(amount) ? [] : [amount]))
  const padded = amounts.find((amount) => /\.0+$/.test(amount))
  const bare = amounts.find((amount) => !amount.includes('.'))
  return form.stage === 'self-evaluation' && padded !== undefined && bare !== undefined
    ? [finding('number-formats-mixed', 'money', { padded, bare })]
    : []
}
