import type { EvidenceRow } from '@shiji/contract/evidence-rows'
import type { Decimal } from '@shiji/kernel/decimal'
import { type Assessment, assessRow } from '@shiji/kernel/evidence/assess-row'
import { quotientOf } from '@shiji/kernel/evidence/parts'
import { sayRow } from '@shiji/kernel/evidence/row-words'
import type { IndicatorRow } from '@shiji/kernel/form/form-content'
import type { Target } from '@shiji/kernel/target/target'
import { say, type Wording } from '@shiji/kernel/wording'
import type { z } from 'zod'
import { type Binding, type SeriesReading, sayMeasure } from '#modules/evidence'
import type { Context } from '#platform/context'
import type { Period } from '#platform/measure'
import { officeDay } from '#platform/office-day'
import { suggestMeasure } from './suggest-measure.ts'

export type SaidRow = z.input<typeof EvidenceRow>

export type RowState = {
  readonly row: IndicatorRow
  readonly target: Target
  readonly position: number
  readonly period: Period
  readonly binding: Binding | undefined
  /** undefined when nothing is bound, or the module that made the measure is gone. */
  readonly found: SeriesReading | undefined
  /** The same figure of the year before; null unless the target compares with it. */
  readonly lastYear: Decimal | null
}

/** A row of the board in words. */
export function sayRowState(context: Context, state: RowState): SaidRow {
  const { row, position, binding, found } = state
  const plain = {
    position,
    level1: row.level1,
    level2: row.level2,
    level3: row.level3,
    target: row.target ?? '',
    binding: binding?.number ?? 0,
  }
  return found === undefined ? sayUnbound(context, plain, row) : { ...plain, ...sayBound(context, state, found) }
}

type Plain = Pick<SaidRow, 'position' | 'level1' | 'level2' | 'level3' | 'target' | 'binding'>

function sayUnbound(context: Context, plain: Plain, row: IndicatorRow): SaidRow {
  const suggestion = suggestMeasure(context, row)
  const { language } = context
  return {
    ...plain,
    bound: null,
    measure: null,
    reading: null,
    light: null,
    lightName: say({ zh: '未绑定', en: 'Not bound' }, language),
    why: say({ zh: '还没有说明由哪些记录证明。', en: 'Nobody has said yet which records prove this.' }, language),
    headroom: null,
    forecast: null,
    forecastText: null,
    months: [],
    suggestion: suggestion && { key: suggestion.measure.key, name: say(suggestion.measure.name, language) },
  }
}

export function assessState(
  context: Context,
  { target, period, lastYear }: RowState,
  found: SeriesReading,
): Assessment {
  const { measure, reading, days } = found
  const today = officeDay(context.now).toString()
  const { value, parts } = reading
  return assessRow({ target, measure, value, parts, lastYear, days, period, today })
}

function sayBound(context: Context, state: RowState, found: SeriesReading): Omit<SaidRow, keyof Plain> {
  const { measure } = found
  const assessment = assessState(context, state, found)
  const { bound, forecast, light, months } = assessment
  const words = sayRow(assessment, measure.unit, context.language)
  return {
    bound: bound.kind === 'bound' ? bound.bound : null,
    measure: sayMeasure(measure, context),
    reading: sayReading(context, state.period, found),
    light: bound.kind === 'bound' ? light : null,
    lightName: bound.kind === 'bound' ? words.light : '—',
    why: found.reading.parts.counted === 0 ? sayNone(context, words.why, measure.whenNone) : words.why,
    headroom: words.headroom,
    forecast: forecast.kind === 'forecast' ? pick(forecast) : null,
    forecastText: words.forecast,
    months: [...months],
    suggestion: null,
  }
}

/** No records may mean that none could come: the sentence is followed by where to look. */
function sayNone({ language }: Context, why: string, whenNone: Wording | undefined): string {
  return whenNone === undefined ? why : [why, say(whenNone, language)].join(language === 'zh' ? '' : ' ')
}

function pick({ value, low, high }: { value: number; low: number; high: number }) {
  return { value, low, high }
}

function sayReading({ language }: Context, { from, until }: Period, { measure, reading, registerKept }: SeriesReading) {
  const { value, parts, asOf } = reading
  const { counted, late, strengths, excluded } = parts
  const register = measure.register && say(measure.register.name, language)
  return {
    value,
    ...quotientOf(parts, measure.combine),
    counted,
    late,
    strengths,
    exclusions: Object.entries(excluded).map(([reason, count]) => {
      const wording = measure.exclusions[reason]
      return { reason: wording === undefined ? reason : say(wording, language), count }
    }),
    from,
    until,
    asOf: asOf.toString(),
    queryVersion: measure.version,
    note: registerKept === null ? null : say(registerKept ? KEPT : NOT_KEPT, language, { register: register ?? '' }),
  }
}

const KEPT = {
  zh: '没有发生：{register}逐月核对过，没有记录就是零。',
  en: 'Nothing happened: {register} was looked through month by month, so no record is zero.',
}
const NOT_KEPT = {
  zh: '没有记录，{register}也没有逐月核对，不能算作零。',
  en: 'There are no records, and {register} was not looked through month by month: this is no zero.',
}
