import type { PlanKind } from '@shiji/contract/upkeep'
import type { Frequency } from '@shiji/kernel/upkeep/frequency'
import type { OccurrenceState } from '@shiji/kernel/upkeep/occurrence-state'
import type { Wording } from '@shiji/kernel/wording'
import type { LightKind } from '#desk/kit/light.tsx'
import { useWords, type Words } from '#desk/words/use-words.ts'

export const KIND_WORDS = {
  inspection: { zh: '巡检', en: 'Round' },
  duty: { zh: '值班', en: 'Duty' },
  presence: { zh: '驻场', en: 'Resident staff' },
  meeting: { zh: '例会', en: 'Meeting' },
  report: { zh: '报告', en: 'Report' },
  training: { zh: '培训', en: 'Training' },
  drill: { zh: '演练', en: 'Drill' },
  work: { zh: '工作项', en: 'Work' },
  upgrade: { zh: '维护升级', en: 'Upgrade' },
} as const satisfies Readonly<Record<PlanKind, Wording>>

export const STATE_LIGHTS: Readonly<Record<OccurrenceState, LightKind>> = {
  planned: 'not-started',
  done: 'good',
  'done-late': 'watch',
  missed: 'bad',
  waived: 'none',
  withdrawn: 'none',
}

const FREQUENCY_WORDS = {
  'every-day': { zh: '每天 {times} 次', en: '{times} a day' },
  'working-days': { zh: '每个工作日 {times} 次', en: '{times} every working day' },
  week: { zh: '每周一次', en: 'once a week' },
  month: { zh: '每月一次', en: 'once a month' },
  quarter: { zh: '每季一次', en: 'once a quarter' },
  'half-year': { zh: '每半年一次', en: 'once every half year' },
  year: { zh: '每年一次', en: 'once a year' },
  day: { zh: '每天一份', en: 'one a day' },
  after: { zh: '{how}，期后 {days} 个工作日内', en: '{how}, within {days} working days after' },
} as const satisfies Words

/** How often, as people say it. */
export function useFrequency(): (frequency: Frequency) => string {
  const say = useWords(FREQUENCY_WORDS)
  return (frequency) => {
    switch (frequency.kind) {
      case 'windows': {
        const hours = frequency.windows.map(({ from, to }) => `${from}–${to}`).join(' ')
        return `${say(frequency.days, { times: frequency.windows.length })} ${hours}`
      }
      case 'within':
        return say(frequency.every)
      case 'after':
        return say('after', { how: say(frequency.every), days: frequency.workingDays })
    }
  }
}
