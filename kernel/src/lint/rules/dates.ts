import { type CalendarDay, compareDays, readDay, writeDay } from '../calendar-day.ts'
import { finding, type LintFinding } from '../lint-finding.ts'
import { hasAny, type LintInput, type PlacedText, textOf } from '../lint-input.ts'

/** An end so close before 31 December is more likely a slip than a plan. */
const SLIP_DAYS = 7

type PlacedDay = PlacedText & { readonly day: CalendarDay }

export function dates(input: LintInput): LintFinding[] {
  const [start, end] = [textOf(input, 'start'), textOf(input, 'end')]
  const unreadable = [start, end].flatMap((it) =>
    it !== null && readDay(it.text) === null
      ? [finding('date-unreadable', it.where, { field: it.label, text: it.text })]
      : [],
  )
  const [first, last] = [placed(start), placed(end)]
  return [
    ...unreadable,
    ...reversed(first, last),
    ...outsideYear(input, first, last),
    ...slip(input, last),
    ...rowsOutside(input, first, last),
  ]
}

function placed(text: PlacedText | null): PlacedDay | null {
  const day = text === null ? null : readDay(text.text)
  return text === null || day === null ? null : { ...text, day }
}

function reversed(start: PlacedDay | null, end: PlacedDay | null): LintFinding[] {
  if (start === null || end === null || compareDays(start.day, end.day) <= 0) return []
  return [finding('dates-reversed', end.where, { start: writeDay(start.day), end: writeDay(end.day) })]
}

/** rules.md §1.1: recurring projects inside the fiscal year; any project touches its own year. */
function outsideYear({ form, words }: LintInput, start: PlacedDay | null, end: PlacedDay | null): LintFinding[] {
  const { year } = form
  if (year === null || form.stage !== 'declaration') return []
  const kind = Object.values(form.fields).join(' ')
  const recurring = hasAny(kind, words.recurring.words)
  const wrong = [start, end].filter((it) => {
    if (it === null) return false
    const passes = it === start ? it.day.year > year : it.day.year < year
    return passes || (recurring && it.day.year !== year)
  })
  return wrong.flatMap((it) =>
    it === null ? [] : [finding('date-outside-year', it.where, { field: it.label, date: writeDay(it.day), year })],
  )
}

/** A002-4-1. */
function slip({ form }: LintInput, end: PlacedDay | null): LintFinding[] {
  if (end === null || end.day.year !== form.year || end.day.month !== 12) return []
  const days = 31 - end.day.day
  return days > 0 && days < SLIP_DAYS
    ? [finding('end-before-year-end', end.where, { date: writeDay(end.day), days })]
    : []
}

const WRITTEN_SPAN = /^(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)(?:[-—–~至到]{1,2})(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)$/

/** rules.md §1.3: sub-project days lie inside the project. */
function rowsOutside({ form }: LintInput, start: PlacedDay | null, end: PlacedDay | null): LintFinding[] {
  if (start === null || end === null) return []
  const spans = [
    ...form.parts.map((part, index) => ({
      period: part.fields.起止日期 ?? '',
      where: `parts[${index}].fields.起止日期`,
    })),
    ...form.schedule.map((step, index) => ({ period: step.period, where: `schedule[${index}].period` })),
  ]
  return spans.flatMap(({ period, where }) => {
    const [, from = '', to = ''] = WRITTEN_SPAN.exec(period.replace(/\s/g, '')) ?? []
    const [first, last] = [readDay(from), readDay(to)]
    if (first === null || last === null) return []
    const inside = compareDays(start.day, first) <= 0 && compareDays(last, end.day) <= 0
    const parameters = { period, start: writeDay(start.day), end: writeDay(end.day) }
    return inside ? [] : [finding('schedule-outside-project', where, parameters)]
  })
}
