/** When engines that sign for themselves sent what they sent: RFC 3414 §2.3 and §3.2 (7). */

/** A moment by an engine's own clock: how often it was started, and the seconds since. */
export type EngineTime = { readonly boots: number; readonly seconds: number }

export type Judged = 'fresh' | 'replayed' | 'clock-apart'

export type EngineTimes = {
  /** Only what is genuine is judged. `mark` is the signature: no two messages share one. */
  readonly judge: (engineId: string, sent: EngineTime & { readonly mark: string }, nowMs: number) => Judged
  /** Engines that were heard since this was last asked. */
  readonly heard: () => readonly (EngineTime & { readonly engineId: string })[]
}

type Known = {
  boots: number
  /** The newest it said, and when that was heard by a clock that is never set; null before anything was heard. */
  seconds: number
  heardMs: number | null
  /** What it said since here is known by its marks; what came before is refused. */
  since: number
  readonly marks: Map<string, number>
}

const WINDOW_SECONDS = 150
/** Clocks of devices go wrong by no more than this share of the time nothing was heard of them. */
const DRIFT = 0.001
const MOST_BOOTS = 2 ** 31 - 1

/**
 * A message is refused when it was heard before, and when it is older than the window allows. What was known when this
 * server stopped is where it goes on: nothing that was sent before counts again.
 */
export function keepEngineTimes(kept: ReadonlyMap<string, EngineTime>): EngineTimes {
  const known = new Map<string, Known>()
  for (const [engineId, { boots, seconds }] of kept) {
    known.set(engineId, { boots, seconds, heardMs: null, since: seconds + 1, marks: new Map() })
  }
  const changed = new Set<string>()
  return {
    judge: (engineId, { boots, seconds, mark }, nowMs) => {
      if (boots >= MOST_BOOTS) return 'clock-apart'
      const before = known.get(engineId)
      if (before === undefined || boots > before.boots) {
        known.set(engineId, { boots, seconds, heardMs: nowMs, since: 0, marks: new Map([[mark, seconds]]) })
        changed.add(engineId)
        return 'fresh'
      }
      const judged = judgeKnown(before, { boots, seconds, mark }, nowMs)
      if (judged !== 'fresh') return judged
      before.marks.set(mark, seconds)
      if (seconds > before.seconds || before.heardMs === null) {
        Object.assign(before, { seconds, heardMs: nowMs })
        for (const [one, at] of before.marks) if (at < seconds - WINDOW_SECONDS) before.marks.delete(one)
        changed.add(engineId)
      }
      return 'fresh'
    },
    heard: () => {
      const ids = [...changed]
      changed.clear()
      return ids.flatMap((engineId) => {
        const engine = known.get(engineId)
        return engine === undefined ? [] : [{ engineId, boots: engine.boots, seconds: engine.seconds }]
      })
    },
  }
}

function judgeKnown(known: Known, sent: EngineTime & { readonly mark: string }, nowMs: number): Judged {
  if (sent.boots < known.boots) return 'clock-apart'
  if (known.marks.has(sent.mark)) return 'replayed'
  // Its marks are forgotten, or were never known here.
  if (sent.seconds < known.since) return 'replayed'
  if (sent.seconds < known.seconds - WINDOW_SECONDS) return 'clock-apart'
  if (known.heardMs === null) return 'fresh'
  const silence = Math.max(0, nowMs - known.heardMs) / 1000
  return sent.seconds < known.seconds + silence * (1 - DRIFT) - WINDOW_SECONDS ? 'clock-apart' : 'fresh'
}
