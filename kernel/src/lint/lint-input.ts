import type { Decimal } from '../decimal.ts'
import type { FormContent, IndicatorRow } from '../form/form-content.ts'
import type { FormTemplate } from '../form/form-template.ts'
import { remember } from '../remember.ts'
import type { Target } from '../target/target.ts'
import type { LintFinding } from './lint-finding.ts'
import type { FieldRole, LintWords, MoneyRole } from './lint-words.ts'

const MOST_LABELS = 2_000
const LONGEST_LABEL = 80

/** Everything a rule may look at; targets are read once for all rules, in the order of the rows. */
export type LintInput = {
  readonly form: FormContent
  readonly template: FormTemplate | null
  /** Other forms of the same unit and year. */
  readonly sisters: readonly FormContent[]
  readonly words: LintWords
  readonly targets: readonly Target[]
}

/** Pure; answers nothing when the form gives no occasion. */
export type LintRule = (input: LintInput) => readonly LintFinding[]

export type PlacedText = { readonly where: string; readonly label: string; readonly text: string }
export type PlacedAmount = { readonly where: string; readonly label: string; readonly amount: Decimal }

/** The filled field that plays this role on whatever sheet; null when it is blank or the sheet has none. */
export function textOf(input: LintInput, role: FieldRole): PlacedText | null {
  return textIn(input.form, input.words.fieldRoles[role])
}

/** The same role on another form. */
export function textIn(form: FormContent, labels: readonly string[]): PlacedText | null {
  const wanted = new Set(labels.map(plainLabel))
  const key = Object.keys(form.fields).find((name) => wanted.has(plainLabel(name)) && form.fields[name]?.trim() !== '')
  const text = key === undefined ? undefined : form.fields[key]
  return key === undefined || text === undefined ? null : { where: `fields.${key}`, label: key, text: text.trim() }
}

export function amountOf(input: LintInput, role: MoneyRole): PlacedAmount | null {
  const wanted = new Set(input.words.moneyRoles[role].map(plainLabel))
  const labelled = (input.template?.money ?? []).filter((amount) =>
    amount.labels.some((it) => wanted.has(plainLabel(it))),
  )
  const keys = [...labelled.map((amount) => amount.key), ...input.words.moneyRoles[role]]
  for (const key of keys) {
    const amount = input.form.money[key]
    if (amount !== undefined && amount !== null) return { where: `money.${key}`, label: moneyLabel(input, key), amount }
  }
  return null
}

export function moneyLabel(input: LintInput, key: string): string {
  const printed = input.template?.money.find((amount) => amount.key === key)?.labels[0]
  const known = Object.values(input.words.moneyRoles).find((names) => names.includes(key))
  return printed ?? known?.find((name) => name !== key) ?? key
}

/** Texts long enough to be prose: the template's long-text fields, without a template the known roles. */
export function proseOf(input: LintInput): PlacedText[] {
  const roles = PROSE_ROLES.flatMap((role) => input.words.fieldRoles[role])
  const known = new Set(roles.map(plainLabel))
  const longText = new Set(
    input.template?.fields.filter((field) => field.kind === 'long-text').map((field) => field.key),
  )
  return Object.entries(input.form.fields)
    .filter(([key, text]) => text.trim() !== '' && (longText.has(key) || known.has(plainLabel(key))))
    .map(([key, text]) => ({ where: `fields.${key}`, label: key, text: text.trim() }))
}

const PROSE_ROLES = [
  'overview',
  'basis',
  'necessity',
  'feasibility',
  'measures',
  'overallGoal',
  'annualGoal',
  'activities',
  'plan',
  'achievements',
] as const satisfies readonly FieldRole[]

/** Labels are compared without blanks, brackets, numbering and units: `项目总预算（元）` is `项目总预算`. */
const plainLabel = remember(
  MOST_LABELS,
  (label: string) =>
    label
      .replace(/[（(][^（）()]{0,20}[）)]/g, '')
      .replace(/^[一二三四五六七八九十\d]+[、.．]/, '')
      .replace(/[\s：:*]/g, ''),
  LONGEST_LABEL,
)

/** The sheet draws a row for every branch of its tree; one that nobody filled promises nothing. */
export function isBlankRow(row: IndicatorRow): boolean {
  return row.level3.trim() === '' && row.target.trim() === ''
}

export function hasAny(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.includes(word))
}
