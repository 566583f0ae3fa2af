import type { ClockKind } from '../clock/clock-rule.ts'
import { CLOCK_WORDS } from '../clock/clock-words.ts'
import { type Language, say, type Wording } from '../wording.ts'

/** What a clock shows at a moment; all lengths in seconds. */
export type ClockFace = {
  readonly kind: ClockKind
  readonly state: 'running' | 'paused' | 'stopped' | 'withdrawn'
  readonly limitSeconds: number
  readonly elapsedSeconds: number
  /** Until it is due, negative when that has passed; null while it stands still. */
  readonly leftSeconds: number | null
}

const FACE = {
  left: { zh: '{clock}还剩 {span}', en: '{clock}: {span} left' },
  over: { zh: '{clock}已超时 {span}', en: '{clock}: overdue by {span}' },
  paused: { zh: '{clock}暂停中，已计 {span}', en: '{clock}: paused at {span}' },
  kept: { zh: '{clock}用时 {span}', en: '{clock}: took {span}' },
  broken: { zh: '{clock}用时 {span}，超出 {over}', en: '{clock}: took {span}, {over} too long' },
  withdrawn: { zh: '{clock}不计', en: '{clock}: not counted' },
} as const satisfies Readonly<Record<string, Wording>>

/** `响应还剩 9 分 12 秒`, `恢复用时 6 小时 3 分`. */
export function sayClock(face: ClockFace, language: Language): string {
  const { kind, state, elapsedSeconds, limitSeconds, leftSeconds } = face
  const clock = CLOCK_WORDS[kind][language]
  const span = () => saySpan(elapsedSeconds, language)
  switch (state) {
    case 'withdrawn':
      return say(FACE.withdrawn, language, { clock })
    case 'stopped': {
      const over = elapsedSeconds - limitSeconds
      if (over <= 0) return say(FACE.kept, language, { clock, span: span() })
      return say(FACE.broken, language, { clock, span: span(), over: saySpan(over, language) })
    }
    case 'paused':
      return say(FACE.paused, language, { clock, span: span() })
    case 'running': {
      const left = leftSeconds ?? 0
      const wording = left < 0 ? FACE.over : FACE.left
      return say(wording, language, { clock, span: saySpan(Math.abs(left), language) })
    }
  }
}

const UNITS: Readonly<Record<Language, readonly (readonly [number, string])[]>> = {
  zh: [
    [86_400, ' 天'],
    [3_600, ' 小时'],
    [60, ' 分'],
    [1, ' 秒'],
  ],
  en: [
    [86_400, ' d'],
    [3_600, ' h'],
    [60, ' min'],
    [1, ' s'],
  ],
}

/** The two largest units of a length: `45 秒`, `9 分 12 秒`, `3 小时 5 分`, `2 天 4 小时`. */
export function saySpan(seconds: number, language: Language): string {
  const units = UNITS[language]
  const first = units.findIndex(([size]) => seconds >= size)
  if (first === -1) return `0${units.at(-1)?.[1]}`
  const [size = 1, word = ''] = units[first] ?? []
  const [nextSize = 1, nextWord = ''] = units[first + 1] ?? []
  const rest = Math.floor((seconds % size) / nextSize)
  const whole = `${Math.floor(seconds / size)}${word}`
  return first === units.length - 1 || rest === 0 ? whole : `${whole} ${rest}${nextWord}`
}
