import type { EngineTime } from './engine-times.ts'

/** This server as the engine informs are sent to: its own clock counts. */
export type OwnEngine = {
  readonly id: Buffer
  readonly timeAt: (nowMs: number) => EngineTime
  /** `again` is what was heard before: its sender missed the answer. */
  readonly judge: (sent: EngineTime & { readonly mark: string }, nowMs: number) => 'fresh' | 'again' | 'clock-apart'
  /** How often a report of this kind was sent, this time included. */
  readonly count: (report: string) => number
}

const WINDOW_SECONDS = 150

export function startOwnEngine({ id, boots }: { id: Buffer; boots: number }, begunMs: number): OwnEngine {
  const marks = new Map<string, number>()
  const counts = new Map<string, number>()
  const timeAt = (nowMs: number) => ({ boots, seconds: Math.floor((nowMs - begunMs) / 1000) })
  return {
    id,
    timeAt,
    judge: (sent, nowMs) => {
      const { seconds } = timeAt(nowMs)
      for (const [mark, at] of marks) if (at < seconds - WINDOW_SECONDS) marks.delete(mark)
      if (sent.boots !== boots || Math.abs(sent.seconds - seconds) > WINDOW_SECONDS) return 'clock-apart'
      if (marks.has(sent.mark)) return 'again'
      marks.set(sent.mark, sent.seconds)
      return 'fresh'
    },
    count: (report) => {
      const count = (counts.get(report) ?? 0) + 1
      counts.set(report, count)
      return count
    },
  }
}
