import { type Decimal, isDecimal } from '../decimal.ts'
import {
  findListSheet,
  type GivenSheet,
  type ListKind,
  type ListSheet,
  type ListSheetProblem,
} from '../list-import/list-sheet.ts'
import type { RowPlan } from '../list-import/plan-rows.ts'
import { CELL_PROBLEM_WORDS, type ListProblem, makeNotebook } from '../list-import/read-cells.ts'
import type { Result } from '../result.ts'
import type { Wording } from '../wording.ts'
import { judgeValue, VALUE_WORDS } from './judge-value.ts'
import type { MeterKind } from './meter.ts'

const READING_HEADINGS = {
  meter: { zh: '表计或线路', en: 'Meter or line' },
  at: { zh: '时间', en: 'Time' },
  value: { zh: '读数', en: 'Reading' },
  of: { zh: '总数', en: 'Of all' },
} as const satisfies Readonly<Record<string, Wording>>

type ReadingColumn = keyof typeof READING_HEADINGS
export type ReadingSheet = ListSheet<ReadingColumn, 'readings'>

export const READING_LIST = {
  kind: 'readings',
  name: { zh: '读数', en: 'Readings' },
  headings: READING_HEADINGS,
} as const satisfies ListKind<ReadingColumn, 'readings'>

const OWN_WORDS = {
  'meter-unknown': {
    zh: '没有叫“{text}”的在用表计或线路。请先建立，或核对名称。',
    en: 'No meter or line in use is called "{text}". Make it first, or check its name.',
  },
  'time-unreadable': {
    zh: '“{text}”不是时间。请写成 2025-03-05 或 2025-03-05 09:30。',
    en: '"{text}" is no time. Write 2025-03-05 or 2025-03-05 09:30.',
  },
  'time-ahead': { zh: '“{text}”还没有到。请核对时间。', en: '{text} has not come yet. Check the time.' },
  'time-twice': {
    zh: '同一表计的这个时间在第 {line} 行已写过。',
    en: 'This time of the meter stands in row {line} already.',
  },
  'value-unreadable': { zh: '“{text}”不是数字。请只写数字。', en: '"{text}" is no number. Write digits only.' },
  ...VALUE_WORDS,
} as const satisfies Readonly<Record<string, Wording>>

export const READING_PROBLEM_WORDS = { ...CELL_PROBLEM_WORDS, ...OWN_WORDS }
type ReadingListProblem = ListProblem<keyof typeof READING_PROBLEM_WORDS, 'readings'>

/** The list of readings in a file. */
export function findReadingSheet(given: readonly GivenSheet[]): Result<ReadingSheet, ListSheetProblem> {
  return findListSheet(given, READING_LIST, 'meter')
}

type KnownMeter = {
  readonly id: string
  readonly kind: MeterKind
  readonly name: string
  readonly readings: readonly { readonly at: string; readonly value: Decimal }[]
}

export type PlannedReading = {
  readonly meterId: string
  /** `2025-03-05T09:30`, by the clock of the office. */
  readonly at: string
  readonly value: Decimal
  readonly of: Decimal | null
}

/** `unchanged` rows are in the register as they are; what was read is never written anew. */
export type ReadingPlan = RowPlan<PlannedReading, ReadingListProblem>

const TIME = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T](\d{1,2})[:：](\d{2})(?::\d{2})?)?$/

/** What the list would add. `now` is the wall clock of the office, as are the times of `meters`. */
export function planReadings(
  sheet: ReadingSheet,
  { meters, now }: { readonly meters: readonly KnownMeter[]; readonly now: string },
): ReadingPlan {
  const byName = new Map(meters.map((meter) => [meter.name, meter]))
  const { problems, note, read } = makeNotebook<keyof typeof OWN_WORDS, ReadingColumn, 'readings'>(sheet)
  const rows = sheet.rows.flatMap((row) => {
    const cell = (column: Exclude<ReadingColumn, 'of'>) =>
      read(row, column, { as: 'words', required: READING_HEADINGS[column].zh })
    const [name, time, value] = [cell('meter'), cell('at'), cell('value')]
    const of = read(row, 'of', { as: 'words' })
    const { line } = row
    const meter = name === null ? undefined : byName.get(name)
    if (name !== null && meter === undefined) note(line, 'meter', { code: 'meter-unknown', text: name })
    const at = time === null ? null : timeOf(time)
    if (time !== null && at === null) note(line, 'at', { code: 'time-unreadable', text: time })
    if (time !== null && at !== null && at > now) note(line, 'at', { code: 'time-ahead', text: time })
    for (const [column, text] of [
      ['value', value],
      ['of', of],
    ] as const) {
      if (text !== null && !isDecimal(text)) note(line, column, { code: 'value-unreadable', text })
    }
    if (meter === undefined || at === null || at > now || value === null || !isDecimal(value)) return []
    if (of !== null && !isDecimal(of)) return []
    return [{ line, meter, at, value, of }]
  })
  const known = (meter: KnownMeter, at: string) => meter.readings.find((one) => one.at === at)
  const fresh = rows.filter(({ meter, at, value }) => known(meter, at)?.value !== value)
  for (const [index, row] of fresh.entries()) judgeRow(row, { fresh, index, note, known })
  const made = fresh.map(({ meter, at, value, of }) => ({ meterId: meter.id, at, value, of }))
  return { made, changed: [], unchanged: rows.length - fresh.length, problems }
}

type Row = { line: number; meter: KnownMeter; at: string; value: Decimal; of: Decimal | null }
type Judging = {
  readonly fresh: readonly Row[]
  readonly index: number
  readonly note: ReturnType<typeof makeNotebook<keyof typeof OWN_WORDS, ReadingColumn, 'readings'>>['note']
  readonly known: (meter: KnownMeter, at: string) => { readonly value: Decimal } | undefined
}

function judgeRow({ line, meter, at, value, of }: Row, { fresh, index, note, known }: Judging): void {
  const twice = fresh.slice(0, index).find((one) => one.meter === meter && one.at === at)
  if (twice !== undefined) note(line, 'at', { code: 'time-twice', line: twice.line })
  else if (known(meter, at) !== undefined) note(line, 'at', { code: 'time-twice', line: 0 })
  const all = [...meter.readings, ...fresh.filter((one) => one.meter === meter)].toSorted((one, other) =>
    one.at < other.at ? -1 : 1,
  )
  const before = all.findLast((one) => one.at < at)?.value ?? null
  const after = all.find((one) => one.at > at)?.value ?? null
  const judged = judgeValue(meter.kind, { value, of }, { before, after })
  if (judged.ok) return
  const column = judged.problem === 'of-missing' || judged.problem === 'of-not-asked' ? 'of' : 'value'
  note(line, column, { code: judged.problem })
}

function timeOf(text: string): string | null {
  const [, year, month = '', day = '', hour = '0', minute = '00'] = TIME.exec(text) ?? []
  if (year === undefined) return null
  const two = (part: string) => part.padStart(2, '0')
  const at = `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}`
  try {
    return Temporal.PlainDateTime.from(at, { overflow: 'reject' }).toString({ smallestUnit: 'minute' })
  } catch {
    return null
  }
}
