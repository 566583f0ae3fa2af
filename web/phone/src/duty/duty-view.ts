import { formatMoment } from '../../../desk/src/words/format-moment.ts'
import type { api } from '../api/client.ts'

export const DUTY_WORDS = {
  title: { zh: '值班', en: 'Duty' },
  in: { zh: '签到', en: 'Check in' },
  now: { zh: '现在谁在值', en: 'On duty now' },
  noneNow: { zh: '现在没有班次。', en: 'No shift runs now.' },
  mine: { zh: '我的班', en: 'My shifts' },
  noneOfMine: { zh: '两周内没有排您的班。', en: 'No shift of yours within two weeks.' },
  toTake: { zh: '等您接班', en: 'Waits for you to take over' },
  nobody: { zh: '没有人', en: 'nobody' },
  gap: { zh: '缺 {count} 人', en: '{count} short' },
  came: { zh: '{at} 签到', en: 'in at {at}' },
} as const

export type ShiftSeen = Awaited<ReturnType<typeof api.upkeepDuty.readDuty>>['mine'][number]

/** 08:00–20:00. */
export function hoursOf({ opensAt, dueAt }: ShiftSeen): string {
  return `${formatMoment(opensAt).slice(11)}–${formatMoment(dueAt).slice(11)}`
}

export function namesOf({ turns }: ShiftSeen): string {
  return turns.map(({ person }) => person.name).join('、')
}
