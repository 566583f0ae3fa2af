import { type Language, say } from '../wording.ts'

const WORDS = {
  zh: '手机 {device}，到达 {arrived}{offset}',
  en: 'device {device}, arrived {arrived}{offset}',
}
const AHEAD = { zh: '，手机快 {seconds} 秒', en: ', device {seconds} s fast' }
const BEHIND = { zh: '，手机慢 {seconds} 秒', en: ', device {seconds} s slow' }

/** Below this a record came as it was made, and its own time says all. */
const ON_ITS_WAY_SECONDS = 60

export type Entered = { readonly happenedAt: string; readonly enteredAt: string; readonly aheadSeconds: number }

/**
 * When something happened by the clock of the device, when it arrived by that of the server, and how far the two were
 * apart (rules.md §4.8); null for what arrived at once by a clock that was right. `clock` words a moment.
 */
export function sayEntered(
  { happenedAt, enteredAt, aheadSeconds }: Entered,
  language: Language,
  clock: (at: number) => string,
): string | null {
  const [happened, arrived] = [Date.parse(happenedAt), Date.parse(enteredAt)]
  if (aheadSeconds === 0 && arrived - happened < ON_ITS_WAY_SECONDS * 1000) return null
  const seconds = Math.abs(aheadSeconds)
  const offset = aheadSeconds === 0 ? '' : say(aheadSeconds > 0 ? AHEAD : BEHIND, language, { seconds })
  return say(WORDS, language, { device: clock(happened + aheadSeconds * 1000), arrived: clock(arrived), offset })
}
