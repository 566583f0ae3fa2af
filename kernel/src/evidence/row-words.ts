import { type Language, say, type Wording, type WordingParameters } from '../wording.ts'
import type { Assessment } from './assess-row.ts'
import type { BoundReading, NoBound } from './bound.ts'
import type { Forecast } from './forecast.ts'
import { HEADROOM_WORDS } from './headroom.ts'
import type { LightReason, RowLight } from './judge-reading.ts'
import { sayUnit } from './unit-words.ts'

export const LIGHT_WORDS: Readonly<Record<RowLight, Wording>> = {
  fine: { zh: '正常', en: 'Fine' },
  watch: { zh: '关注', en: 'Watch' },
  alarm: { zh: '预警', en: 'Alarm' },
  'not-begun': { zh: '未开始', en: 'Not begun' },
}

const REASON_WORDS: Readonly<Record<LightReason, Wording>> = {
  'no-data': { zh: '还没有记录，不能说达到还是没有达到。', en: 'There are no records yet, so nothing can be said.' },
  misses: { zh: '目前没有达到目标 {target}。', en: 'The target {target} is not met at present.' },
  'forecast-misses': {
    zh: '照现在的情形，期末达不到目标 {target}。',
    en: 'As things go, the target {target} will be missed.',
  },
  'forecast-touches': {
    zh: '期末能否达到目标 {target} 还说不定。',
    en: 'Whether the target {target} will be met is open.',
  },
  'weak-evidence': {
    zh: '达到目标 {target}，但一半以上的依据只是说明。',
    en: 'The target {target} is met, but half of the evidence or more is mere statements.',
  },
  'too-few': { zh: '目前达到目标 {target}。', en: 'The target {target} is met at present.' },
  holds: { zh: '达到目标 {target}。', en: 'The target {target} is met.' },
}

const NO_BOUND_WORDS: Readonly<Record<NoBound, Wording>> = {
  'nothing-promised': { zh: '这一行没有承诺目标。', en: 'Nothing is promised in this row.' },
  'target-unreadable': { zh: '目标值读不出来，不能比较。', en: 'The target cannot be read, so nothing is compared.' },
  'not-a-figure': { zh: '目标不是一个数，不能与读数比较。', en: 'The target is no figure, so nothing is compared.' },
  'no-last-year': {
    zh: '目标与上年相比，而上年没有同一口径的读数，不能比较。',
    en: 'The target compares with last year, of which this measure has no reading, so nothing is compared.',
  },
  'unit-differs': {
    zh: '目标的单位与口径的单位不同，不能比较。',
    en: 'Target and measure are in different units, so nothing is compared.',
  },
}

const FORECAST_WORDS = {
  forecast: {
    zh: '照目前水平，期末约 {value}{unit}（九成可能在 {low}–{high} 之间）。',
    en: 'As it goes, about {value} {unit} at the end (nine in ten between {low} and {high}).',
  },
  'too-few': {
    zh: '样本不足（{counted} 条，至少 {needed} 条且满四周），不作预测。',
    en: 'Too few records for a forecast ({counted}; {needed} and four weeks are needed).',
  },
  stands: { zh: '最大值只会变大，不作预测。', en: 'The extreme can only get worse; nothing is forecast.' },
  final: { zh: '本期已结束。', en: 'The period is over.' },
} as const satisfies Record<Forecast['kind'], Wording>

const SIGNS = { ge: '≥', gt: '>', le: '≤', lt: '<', eq: '=' } as const

/** The sentences of a row, printable as they stand. */
export function sayRow(assessment: Assessment, ownUnit: string, language: Language) {
  const unit = sayUnit(ownUnit, language)
  const { bound, forecast, headroom, reason } = assessment
  return {
    light: say(LIGHT_WORDS[assessment.light], language),
    why: sayWhy(bound, { reason, unit, language }),
    forecast: sayForecast(forecast, unit, language),
    headroom: headroom && say(HEADROOM_WORDS[headroom.code], language, inWords(headroom.parameters, unit)),
  }
}

function inWords(parameters: WordingParameters, unit: string): WordingParameters {
  return 'unit' in parameters ? { ...parameters, unit } : parameters
}

function sayWhy(
  bound: BoundReading,
  { reason, unit, language }: { reason: LightReason; unit: string; language: Language },
): string {
  if (bound.kind === 'none') return say(NO_BOUND_WORDS[bound.why], language)
  const { operator, value } = bound.bound
  return say(REASON_WORDS[reason], language, {
    target: `${SIGNS[operator]}${value}${language === 'en' && unit !== '%' ? ' ' : ''}${unit}`,
  })
}

function sayForecast(forecast: Forecast, unit: string, language: Language): string {
  switch (forecast.kind) {
    case 'forecast': {
      const { value, low, high } = forecast
      const parameters = { value: rounded(value), low: rounded(low), high: rounded(high), unit }
      return say(FORECAST_WORDS.forecast, language, parameters)
    }
    case 'too-few':
      return say(FORECAST_WORDS['too-few'], language, { counted: forecast.counted, needed: forecast.needed })
    case 'stands':
    case 'final':
      return say(FORECAST_WORDS[forecast.kind], language)
  }
}

/** An estimate is told in no more digits than it has. */
function rounded(value: number): string {
  return String(Math.round(value * 10) / 10)
}
