import type { ProbeTarget } from '@shiji/contract/watch'
import type { Finding } from './probes/finding.ts'
import type { TakenSample } from './save-samples.ts'

/** A probe as the runner needs it. */
export type Watched = {
  readonly id: string
  readonly target: ProbeTarget
  /** Null when this server cannot open it. */
  readonly secret: string | null
  readonly timeoutMs: number
  readonly everySeconds: number
  readonly retries: number
  readonly retrySeconds: number
  readonly parentId: string | null
  readonly beatAt: Temporal.Instant | null
}

type Runner = {
  /** These and no others from now on; those that did not change go on in their rhythm. */
  readonly set: (probes: readonly Watched[]) => void
  readonly stop: () => void
}

type Running = {
  /** Null: there is nothing to say yet. */
  readonly look: (probe: Watched) => Promise<Finding | null>
  readonly take: (sample: TakenSample) => void
  /** How long after it was due a look began, in milliseconds. */
  readonly late: (ms: number) => void
}

type Entry = { probe: Watched; due: number; failed: number; timer: NodeJS.Timeout | null; lastLook: Look | null }
type Look = { readonly begun: number; readonly finding: Promise<Finding | null> }

/** Looks at each probe in its own rhythm; new ones are spread over one interval, so that all of them run within it. */
export function runProbes(running: Running): Runner {
  const entries = new Map<string, Entry>()
  const plan = (entry: Entry) => {
    entry.timer = setTimeout(() => void round(entry), Math.max(0, entry.due - performance.now()))
  }
  const lookAt = (entry: Entry): Look => {
    const look = { begun: performance.now(), finding: running.look(entry.probe) }
    entry.lastLook = look
    return look
  }
  /** A failure while the parent is down says nothing about the child: then nobody knows. */
  const isParentDown = async ({ probe: { parentId } }: Entry, since: number): Promise<boolean> => {
    const parent = parentId === null ? undefined : entries.get(parentId)
    if (parent === undefined) return false
    const known = parent.lastLook !== null && parent.lastLook.begun >= since ? parent.lastLook : lookAt(parent)
    return ((await known.finding)?.problem ?? null) !== null
  }
  const round = async (entry: Entry): Promise<void> => {
    const { probe } = entry
    running.late(performance.now() - entry.due)
    const at = Math.floor(Temporal.Now.instant().epochMilliseconds / 1000)
    const { begun, finding } = lookAt(entry)
    const found = await finding
    const isUp = found?.problem === null
    entry.failed = isUp || found === null ? 0 : entry.failed + 1
    const holds = entry.failed > 0 && entry.failed <= probe.retries ? probe.retrySeconds : probe.everySeconds
    if (found !== null && (isUp || !(await isParentDown(entry, begun)))) {
      running.take(sampleOf(probe, found, { at, holds }))
    }
    if (entries.get(probe.id) !== entry) return
    const next = entry.due + holds * 1000
    // A look that took longer than its interval, or a machine that slept: the rhythm is kept, what was missed is missed.
    const missed = Math.max(0, Math.ceil((performance.now() - next) / (holds * 1000)))
    entry.due = next + missed * holds * 1000
    plan(entry)
  }
  const drop = (id: string) => {
    clearTimeout(entries.get(id)?.timer ?? undefined)
    entries.delete(id)
  }
  return {
    set: (probes) => {
      const wanted = new Map(probes.map((probe) => [probe.id, probe]))
      for (const id of entries.keys()) if (!wanted.has(id)) drop(id)
      const fresh = probes.filter((probe) => !goesOn(entries.get(probe.id), probe))
      for (const [index, probe] of fresh.entries()) {
        drop(probe.id)
        const due = performance.now() + (probe.everySeconds * 1000 * index) / fresh.length
        const entry = { probe, due, failed: 0, timer: null, lastLook: null }
        entries.set(probe.id, entry)
        plan(entry)
      }
    },
    stop: () => {
      for (const id of [...entries.keys()]) drop(id)
    },
  }
}

/** A heartbeat that came is no change. */
function goesOn(entry: Entry | undefined, probe: Watched): boolean {
  if (entry === undefined || shapeOf(entry.probe) !== shapeOf(probe)) return false
  entry.probe = probe
  return true
}

function shapeOf({ beatAt: _beat, ...rest }: Watched): string {
  return JSON.stringify(rest)
}

function sampleOf({ id }: Watched, found: Finding, { at, holds }: { at: number; holds: number }): TakenSample {
  const { problem, tookMs, certificateUntil } = found
  return {
    ...{ probeId: id, at, holds, tookMs, isUp: problem === null },
    problem: problem === null ? '' : JSON.stringify(problem),
    certificateUntil: certificateUntil?.toString() ?? null,
  }
}
