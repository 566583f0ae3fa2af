import type { Frequency } from '@shiji/kernel/upkeep/frequency'
import type { Words } from '#desk/words/use-words.ts'

export const CHOICE_WORDS = {
  twice: { zh: '每天两次（08:00–11:00，15:00–18:00）', en: 'twice a day (08:00–11:00, 15:00–18:00)' },
  once: { zh: '每天一次（08:00–18:00）', en: 'once a day (08:00–18:00)' },
  working: { zh: '每个工作日一次（08:30–17:30）', en: 'every working day (08:30–17:30)' },
  shifts: { zh: '每天两班（08:00–20:00，20:00–次日 08:00）', en: 'two shifts a day (08:00–20:00, 20:00–08:00)' },
  three: {
    zh: '每天三班（00:00–08:00，08:00–16:00，16:00–24:00）',
    en: 'three shifts a day (00:00–08:00, 08:00–16:00, 16:00–24:00)',
  },
  whole: { zh: '每天一班，24 小时（08:00–次日 08:00）', en: 'one shift of 24 hours (08:00–08:00)' },
  'own-every-day': { zh: '每天，时段自己写', en: 'every day, in hours of your own' },
  'own-working-days': { zh: '每个工作日，时段自己写', en: 'every working day, in hours of your own' },
  week: { zh: '每周一次', en: 'once a week' },
  month: { zh: '每月一次', en: 'once a month' },
  quarter: { zh: '每季一次', en: 'once a quarter' },
  'half-year': { zh: '每半年一次', en: 'once every half year' },
  daily: { zh: '每个工作日一份日志，次个工作日内', en: 'a log of every working day, within the next one' },
  monthly: { zh: '每月一份，次月 5 个工作日内', en: 'one a month, within 5 working days after it' },
  quarterly: { zh: '每季一份，季后 10 个工作日内', en: 'one a quarter, within 10 working days after it' },
  'half-yearly': { zh: '每半年一份，期后 15 个工作日内', en: 'one a half year, within 15 working days after it' },
  yearly: { zh: '每年一份，次年 20 个工作日内', en: 'one a year, within 20 working days after it' },
} as const satisfies Words

/** The frequencies people ask for, each a rhythm of the plan. */
export const CHOICES = {
  twice: windows('every-day', ['08:00', '11:00'], ['15:00', '18:00']),
  once: windows('every-day', ['08:00', '18:00']),
  working: windows('working-days', ['08:30', '17:30']),
  shifts: windows('every-day', ['08:00', '20:00'], ['20:00', '08:00']),
  three: windows('every-day', ['00:00', '08:00'], ['08:00', '16:00'], ['16:00', '24:00']),
  whole: windows('every-day', ['08:00', '08:00']),
  week: { kind: 'within', every: 'week' },
  month: { kind: 'within', every: 'month' },
  quarter: { kind: 'within', every: 'quarter' },
  'half-year': { kind: 'within', every: 'half-year' },
  daily: { kind: 'after', every: 'day', days: 'working-days', workingDays: 1 },
  monthly: { kind: 'after', every: 'month', days: 'every-day', workingDays: 5 },
  quarterly: { kind: 'after', every: 'quarter', days: 'every-day', workingDays: 10 },
  'half-yearly': { kind: 'after', every: 'half-year', days: 'every-day', workingDays: 15 },
  yearly: { kind: 'after', every: 'year', days: 'every-day', workingDays: 20 },
} as const satisfies Readonly<Record<string, Frequency>>

export type Choice = keyof typeof CHOICES

function windows(days: 'every-day' | 'working-days', ...spans: readonly (readonly [string, string])[]): Frequency {
  return { kind: 'windows', days, windows: spans.map(([from, to]) => ({ from, to })) }
}

export const OWN_WINDOWS = ['own-every-day', 'own-working-days'] as const
export type OwnWindows = (typeof OWN_WINDOWS)[number]

export function isOwn(choice: Choice | OwnWindows): choice is OwnWindows {
  return (OWN_WINDOWS as readonly string[]).includes(choice)
}

const WINDOW = /^([01]\d|2[0-3]):([0-5]\d)\s*[–—~～至-]\s*(([01]\d|2[0-3]):([0-5]\d)|24:00)$/

/** Windows of the day, one a line and one after the other; null when a line is none. */
export function readWindows(own: OwnWindows, text: string): Frequency | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const read = lines.map((line) => {
    const [, hour, minute, to] = WINDOW.exec(line.trim().replaceAll('：', ':')) ?? []
    return hour === undefined || to === undefined ? null : { from: `${hour}:${minute}`, to }
  })
  const found = read.filter((one) => one !== null)
  const isOrdered = found.every(({ from }, at) => from > (found[at - 1]?.from ?? ''))
  if (found.length === 0 || found.length < read.length || found.length > 12 || !isOrdered) return null
  return { kind: 'windows', days: own === 'own-every-day' ? 'every-day' : 'working-days', windows: found }
}
