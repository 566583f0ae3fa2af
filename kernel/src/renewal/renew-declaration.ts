import type { Decimal } from '../decimal.ts'
import type { FormContent } from '../form/form-content.ts'
import type { FormTemplate } from '../form/form-template.ts'
import type { LintWords } from '../lint/lint-words.ts'
import { convertMoney } from '../money.ts'
import type { RenewalWords } from './renewal-words.ts'
import { shiftDay, shiftYears, type YearShift } from './shift-years.ts'

export type LastYear = {
  readonly declaration: FormContent
  readonly template: FormTemplate | null
  readonly selfEvaluation: FormContent | null
  /** 元 paid from this project in that year by the payment lists; null when none was imported. */
  readonly paid: Decimal | null
}

/** A text or day that last year's says otherwise in the new year: shown with both, applied when a person agrees. */
export type Proposal = {
  readonly where: string
  readonly was: string
  readonly now: string
  readonly kind: 'day' | 'text'
}

/** What the system knew and wrote by itself. */
export type Filled = {
  readonly where: string
  readonly value: string
  readonly from: 'last-declaration' | 'self-evaluation' | 'payments' | 'today'
}

export type Notice =
  | { readonly code: 'contract-over'; readonly where: string; readonly year: number; readonly term: number }
  | { readonly code: 'span-over'; readonly where: string; readonly span: string }

export type Renewal = {
  readonly content: FormContent
  readonly proposals: readonly Proposal[]
  readonly filled: readonly Filled[]
  readonly notices: readonly Notice[]
}

/** What only a person knows, by the places that say it. */
export type OpenPoints = {
  readonly money: readonly string[]
  readonly days: readonly string[]
  readonly people: readonly string[]
}

type RenewalSetting = {
  readonly year: number
  /** YYYY-MM-DD, the day the form is filled in. */
  readonly today: string
  readonly words: RenewalWords
  readonly moneyRoles: LintWords['moneyRoles']
}

/**
 * Next year's declaration from last year's: the year rolled, what only the end of the year brings removed, last year's
 * money moved to where the sheet asks for it. Texts and days stay until a person agrees; no target is changed.
 */
export function renewDeclaration(last: LastYear, setting: RenewalSetting): Renewal {
  const { declaration, template } = last
  const shift = { from: declaration.year ?? setting.year - 1, to: setting.year }
  const money = nextMoney(last, setting)
  const dated = fillDays(declaration.fields, setting)
  const content: FormContent = {
    ...declaration,
    year: setting.year,
    fields: dated.fields,
    money: money.money,
    indicators: declaration.indicators.map((row) => ({
      ...row,
      actual: null,
      score: null,
      reason: null,
      doubts: [],
      rawCells: [],
      line: null,
    })),
    reviews: declaration.reviews.map(({ reviewer }) => ({ reviewer, opinion: '', signer: '', date: '' })),
    priorEvaluations: [],
    revisions: [],
    totals: null,
    doubts: [],
  }
  const { proposals, notices } = proposeTexts(content, template, { shift, words: setting.words })
  return { content, proposals, notices, filled: [...money.filled, ...dated.filled] }
}

/** The few places a person is asked about; everything else was known. */
export function openPointsOf(
  content: FormContent,
  template: FormTemplate | null,
  { words, moneyRoles }: Pick<RenewalSetting, 'words' | 'moneyRoles'>,
): OpenPoints {
  const fields = template?.fields ?? []
  const places = (of: typeof fields) => of.map(({ key }) => `fields.${key}`)
  return {
    money: [...moneyRoles.total, ...moneyRoles.year].filter((key) => key in content.money).map((key) => `money.${key}`),
    days: places(fields.filter(({ key, kind }) => kind === 'date' && !words.filledOn.includes(key))),
    people: places(fields.filter(({ personal, kind }) => personal === true && kind !== 'signature')),
  }
}

type Money = { readonly money: FormContent['money']; readonly filled: readonly Filled[] }

function nextMoney(last: LastYear, { words, moneyRoles }: RenewalSetting): Money {
  const { declaration, template } = last
  const money: Record<string, Decimal | null> = { ...declaration.money }
  const filled: Filled[] = []
  const put = (key: string, amount: Decimal | null | undefined, from: Filled['from']) => {
    if (amount === null || amount === undefined) return
    money[key] = amount
    filled.push({ where: `money.${key}`, value: amount, from })
  }
  for (const key of words.moneyCleared) if (key in money) money[key] = null
  for (const [key, amount] of Object.entries(declaration.money)) {
    const move = words.moneyMoves.find(({ from }) => key.startsWith(from))
    if (move !== undefined) put(key.replace(move.from, move.to), amount, 'last-declaration')
  }
  const asked = new Set([...(template?.money ?? []).map(({ key }) => key), ...Object.keys(declaration.money)])
  const keyOf = (role: keyof typeof moneyRoles) => moneyRoles[role].find((key) => asked.has(key))
  const [budgetKey, executedKey, yearKey] = [keyOf('lastYearBudget'), keyOf('lastYearExecuted'), keyOf('year')]
  if (executedKey !== undefined) money[executedKey] = null
  if (budgetKey !== undefined && yearKey !== undefined) put(budgetKey, declaration.money[yearKey], 'last-declaration')
  if (executedKey !== undefined) {
    const { amount, from } = executedLastYear(last, moneyRoles.executed)
    put(executedKey, amount, from)
  }
  return { money, filled }
}

/** Payments are the first source: they are vouchers, the self-evaluation is a statement. */
function executedLastYear({ declaration, selfEvaluation, paid }: LastYear, keys: readonly string[]) {
  const unit = declaration.moneyUnit ?? '元'
  if (paid !== null) return { amount: convertMoney(paid, '元', unit), from: 'payments' } as const
  const stated = keys.map((key) => selfEvaluation?.money[key]).find((amount) => amount !== undefined && amount !== null)
  const amount = stated === undefined ? null : convertMoney(stated, selfEvaluation?.moneyUnit ?? unit, unit)
  return { amount, from: 'self-evaluation' } as const
}

function fillDays(fields: FormContent['fields'], { words, today }: RenewalSetting) {
  const known = Object.keys(fields).filter((key) => words.filledOn.includes(key))
  const filled = known.map((key): Filled => ({ where: `fields.${key}`, value: today, from: 'today' }))
  return { fields: { ...fields, ...Object.fromEntries(known.map((key) => [key, today])) }, filled }
}

type Shifting = { readonly shift: YearShift; readonly words: RenewalWords }

function proposeTexts(content: FormContent, template: FormTemplate | null, { shift, words }: Shifting) {
  const days = new Set((template?.fields ?? []).filter(({ kind }) => kind === 'date').map(({ key }) => `fields.${key}`))
  const filled = new Set(words.filledOn.map((key) => `fields.${key}`))
  const proposals: Proposal[] = []
  const notices: Notice[] = []
  for (const { where, was } of textsOf(content)) {
    if (filled.has(where) || was.trim() === '') continue
    const isDay = days.has(where) || where.startsWith('schedule')
    const { text, over, contract } = isDay
      ? { text: shiftDay(was, shift), over: [], contract: null }
      : shiftYears(was, shift, words.contract)
    if (text !== was) proposals.push({ where, was, now: text, kind: isDay ? 'day' : 'text' })
    if (contract !== null) notices.push({ code: 'contract-over', where, ...contract })
    notices.push(...over.map((span): Notice => ({ code: 'span-over', where, span })))
  }
  return { proposals, notices }
}

/** Every place where a person wrote words, as the editor addresses it. */
function textsOf(content: FormContent): { where: string; was: string }[] {
  const rows = (list: 'indicators' | 'lines' | 'parts' | 'safeguards' | 'schedule', columns: readonly string[]) =>
    content[list].flatMap((row, index) =>
      columns.flatMap((column) => {
        const text: unknown = Object.entries(row).find(([key]) => key === column)?.[1]
        return typeof text === 'string' ? [{ where: `${list}[${index}].${column}`, was: text }] : []
      }),
    )
  return [
    { where: 'project', was: content.project },
    ...Object.entries(content.fields).map(([key, was]) => ({ where: `fields.${key}`, was })),
    ...content.parts.flatMap(({ fields }, index) =>
      Object.entries(fields).map(([key, was]) => ({ where: `parts[${index}].fields.${key}`, was })),
    ),
    ...rows('indicators', ['level3', 'target', 'remark']),
    ...rows('lines', ['project', 'content', 'item', 'remark']),
    ...rows('parts', ['name']),
    ...rows('safeguards', ['document', 'measure']),
    ...rows('schedule', ['period', 'content']),
  ]
}
