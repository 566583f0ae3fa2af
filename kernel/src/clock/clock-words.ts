import type { Wording } from '../wording.ts'
import type { PauseReason } from './clock-event.ts'
import type { ClockKind } from './clock-rule.ts'

export const CLOCK_WORDS: Readonly<Record<ClockKind, Wording>> = {
  response: { zh: '响应', en: 'response' },
  arrival: { zh: '到场', en: 'arrival' },
  recovery: { zh: '恢复', en: 'recovery' },
  resolution: { zh: '解决', en: 'resolution' },
}

export const PAUSE_WORDS: Readonly<Record<PauseReason, Wording>> = {
  'waiting-for-user': { zh: '等待用户', en: 'waiting for the user' },
  'waiting-for-part': { zh: '等待备件', en: 'waiting for a spare part' },
  'waiting-for-access': { zh: '等待进场', en: 'waiting to be let in' },
  'approved-change': { zh: '经批准的变更窗口', en: 'approved change window' },
}
