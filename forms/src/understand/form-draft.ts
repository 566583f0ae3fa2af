import type { Decimal } from '@shiji/kernel/decimal'
import type {
  CostLine,
  Doubt,
  FormContent,
  MoneyUnit,
  PriorEvaluation,
  ReviewOpinion,
  RevisionRow,
  Safeguard,
  ScheduleStep,
  SubProject,
} from '@shiji/kernel/form/form-content'
import { readAmount, unitOfLabel } from './cells/amounts.ts'
import { fold } from './cells/cell-text.ts'
import { tickedOptions } from './cells/choices.ts'
import type { SheetItem } from './cells/sheet.ts'
import type { HeadEntry } from './fields/head-fields.ts'
import type { DraftRow } from './indicators/indicator-draft.ts'
import { quotesOf } from './quoted-cells.ts'
import { raise } from './understand-wording.ts'
import type { Vocabulary } from './words/vocabulary.ts'

/** What has been read of one form so far. */
export class FormDraft {
  readonly fields = new Map<string, string>()
  readonly money = new Map<string, Decimal | null>()
  readonly lines: CostLine[] = []
  readonly parts: PartDraft[] = []
  readonly rows: DraftRow[] = []
  readonly safeguards: Safeguard[] = []
  readonly schedule: ScheduleStep[] = []
  readonly priorEvaluations: PriorEvaluation[] = []
  readonly reviews: ReviewOpinion[] = []
  readonly revisions: RevisionRow[] = []
  readonly doubts: Doubt[] = []
  totals: FormContent['totals'] = null
  level1InHead: string | null = null
  /** Some sheets (重庆) list indicators without levels. */
  printsLevels = false
  readonly vocabulary: Vocabulary
  readonly unit: MoneyUnit | null

  constructor(vocabulary: Vocabulary, unit: MoneyUnit | null) {
    this.vocabulary = vocabulary
    this.unit = unit
  }

  /** The first filled value of a field counts; another one is named. */
  addEntry({ label, value, printed }: HeadEntry): void {
    if (label.alias !== null) this.doubts.push(raise('field-alias', fieldOf(label), { printed, label: label.alias }))
    if (label.kind === 'money') this.addAmount(label.key, value, unitOfLabel(printed))
    else this.addField(label.key, value)
  }

  addField(key: string, value: string): void {
    const before = this.fields.get(key)
    if (before === undefined || before === '') this.fields.set(key, value)
    else if (value !== '' && value !== before) {
      this.doubts.push(
        raise('field-repeated', `fields.${key}`, { label: key, kept: short(before), other: short(value) }),
      )
    }
  }

  continueField(key: string, text: string): void {
    const before = this.fields.get(key) ?? ''
    this.fields.set(key, before === '' ? text : `${before}\n${text}`)
  }

  addAmount(key: string, printed: string, labelUnit: MoneyUnit | null = null): void {
    const { amount, doubts } = readAmount(printed, { unit: this.unit, labelUnit, field: `money.${key}` })
    this.doubts.push(...doubts)
    if ((this.money.get(key) ?? null) === null) this.money.set(key, amount)
  }

  /** 预算执行率 among the indicators would count twice beside the money it comes from. */
  settleExecution(): void {
    if ((this.money.get('executed') ?? null) === null) return
    const indicators = this.rows.filter(({ execution }) => execution === null)
    for (const { execution, level3, level2, level1, rawCells } of this.rows) {
      if (execution === null) continue
      for (const { key, text } of execution) this.addAmount(key, text)
      this.doubts.push({ ...raise('execution-row', 'money', { name: level3 || level2 || level1 }), rawCells })
    }
    this.rows.splice(0, this.rows.length, ...indicators)
  }

  /** Doubts raised since the first `from` keep the cells they were read from. */
  keepRaw(from: number, items: readonly SheetItem[]): void {
    for (let at = from; at < this.doubts.length; at += 1) {
      const doubt = this.doubts[at]
      if (doubt && doubt.rawCells === undefined) this.doubts[at] = { ...doubt, rawCells: rawOf(doubt, items) }
    }
  }

  /** Fields as they go into the content: every field the template asks for, choices as the ticked options, days as ISO. */
  printedFields(): Record<string, string> {
    const asked = new Map((this.vocabulary.template?.fields ?? []).map((field) => [field.key, field]))
    const blank = [...asked.keys()].map((key): [string, string] => [key, ''])
    const filled = [...this.fields].map(([key, value]): [string, string] => {
      const field = asked.get(key)
      return [key, field?.kind === 'date' ? isoDay(value) : tickedOptions(value, field?.options)]
    })
    return Object.fromEntries([...blank, ...filled])
  }
}

const DAY = /^((?:19|20)\d{2})[年.\-/](\d{1,2})[月.\-/](\d{1,2})日?$/
const UNFILLED_DAY = /^年月日$/

/** `2021年 1 月 1 日` → 2021-01-01; what is no whole day stays as printed. */
function isoDay(printed: string): string {
  const text = fold(printed)
  if (UNFILLED_DAY.test(text)) return ''
  const [, year, month = '', day = ''] = DAY.exec(text) ?? []
  return year === undefined ? printed : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** The line that holds the words the doubt quotes, else the first one. */
function rawOf(doubt: Doubt, items: readonly SheetItem[]): readonly string[] {
  const lines = items.map((item) => (item.kind === 'text' ? [item.text] : item.raw))
  const found = quotesOf(doubt).flatMap(
    (text) => lines.find((cells) => cells.some((cell) => fold(cell).includes(text))) ?? [],
  )
  return found.length > 0 ? found : (lines[0] ?? [])
}

export type PartDraft = {
  name: string
  amountText: string
  labelUnit: MoneyUnit | null
  readonly raw: string[]
  readonly fields: Record<string, string>
  readonly line: SubProject['line']
}

const LONGEST_QUOTE = 30

function short(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text
}

function fieldOf(label: HeadEntry['label']): string {
  return `${label.kind === 'money' ? 'money' : 'fields'}.${label.key}`
}
