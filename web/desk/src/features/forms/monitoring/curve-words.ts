import type { Wording } from '@shiji/kernel/wording'
import type { MonitoredRow } from './month-draft.ts'

type Curve = MonitoredRow['curve']

/** How a promise is meant to be kept over the year: the name, and what it means. */
export const CURVE_WORDS = {
  even: { zh: '按月均匀', en: 'Evenly' },
  level: { zh: '随时应达标', en: 'At any time' },
  cap: { zh: '全年限额', en: 'Cap of the year' },
  once: { zh: '到月一次完成', en: 'At once by a month' },
  monthly: { zh: '按月计划', en: 'Planned by month' },
  words: { zh: '按档次', en: 'By bands' },
} as const satisfies Readonly<Record<Curve['kind'], Wording>>

export const CURVE_MEANINGS = {
  even: { zh: '每月完成目标的十二分之一', en: 'a twelfth of the target a month' },
  level: { zh: '比率、覆盖：哪个月都应达到目标', en: 'rates and coverage: the whole target in every month' },
  cap: { zh: '全年不得超过：用完就亮灯', en: 'what may not be exceeded in the whole year' },
  once: { zh: '到这个月底以前不算晚', en: 'not late before this month ends' },
  monthly: {
    zh: '每月底累计应达到多少；空着的照上一个月',
    en: 'what should stand at the end of each month; blank is as the month before',
  },
  words: { zh: '由单位选完成档次', en: 'the unit names the band' },
} as const satisfies Readonly<Record<Curve['kind'], Wording>>
