import { MOST_ANSWERS, VantageWork, watchVantages } from '@shiji/contract/watch-vantages'
import { z } from 'zod'
import type { Allowed } from '#platform/outgoing/post-outgoing'
import { type DeliveryEvent, openDelivery } from '../deliver-answers.ts'
import { check } from '../probes/check.ts'
import { rememberNames } from '../probes/name-memory.ts'
import { repeat } from '../repeat.ts'
import { runProbes } from '../run-probes.ts'
import type { TakenSample } from '../save-samples.ts'
import { type KeptWork, rememberWork } from './work-memory.ts'

export type Looking = {
  /** The server this place looks for, as `https://shiji.example`. */
  readonly server: string
  readonly word: string
  readonly spoolFile: string
  /** Where its last work is kept, sealed, for a start while the server is away. */
  readonly workFile: string
  /** Whether addresses of this very machine may be asked too; the server's list is about the server's machine. */
  readonly mayLookHere: boolean
  readonly report: (event: VantageEvent) => void
}

/** `working` when there is other work than before, `remembered` while only the last work is known, `unkept` when its disk keeps none, `refused` when the word is worth nothing, `away` without a server. */
export type VantageEvent =
  | DeliveryEvent
  | { readonly kind: 'working'; readonly name: string; readonly probes: number; readonly clockMs: number }
  | { readonly kind: 'remembered'; readonly name: string; readonly probes: number }
  | { readonly kind: 'unkept'; readonly error: unknown }
  | { readonly kind: 'refused' }
  | { readonly kind: 'away'; readonly error: unknown }

const ASK_EVERY_MS = 5_000
const BRING_EVERY_MS = 1_000
const PATIENCE_MS = 10_000

/** Looks for a server elsewhere with the same probes it uses itself. Answers how to stop: what was found is brought first. */
export function lookFromHere({ server, word, spoolFile, workFile, mayLookHere, report }: Looking): () => Promise<void> {
  const lookUp = rememberNames()
  let allowed: readonly Allowed[] = []
  let clockMs: number | null = null
  let told = ''
  const tell = (event: VantageEvent, key: string) => {
    if (key !== told) report(event)
    told = key
  }
  const bring = async (samples: readonly TakenSample[]) => {
    for (let at = 0; at < samples.length; at += MOST_AT_ONCE) {
      const answers = samples.slice(at, at + MOST_AT_ONCE)
      const reply = await post(server, 'takeAnswers', { word, answers })
      if (!reply.ok) throw new Error(`${reply.status}`)
    }
  }
  const delivery = openDelivery({ spoolFile, bring, report })
  const runner = runProbes({
    look: ({ target, secret, timeoutMs }) =>
      target.kind === 'push' ? Promise.resolve(null) : check({ target, secret, timeoutMs, allowed, lookUp }),
    // Told in the server's time, whatever the clock here says.
    take: (sample) => delivery.take({ ...sample, at: sample.at + Math.round((clockMs ?? 0) / 1000) }),
    late: () => undefined,
  })

  const memory = rememberWork({ file: workFile, server, word })
  const begin = ({ work, clockMs: apart }: KeptWork) => {
    clockMs = apart
    allowed = work.allowed.filter(({ reach }) => mayLookHere || reach !== 'this-machine')
    runner.set(work.probes.map((probe) => ({ ...probe, secret: '', beatAt: null })))
  }
  const recall = async () => {
    const kept = await memory.read()
    if (kept === undefined) return
    begin(kept)
    const { name, probes } = kept.work
    tell({ kind: 'remembered', name, probes: probes.length }, `remembered ${probes.length}`)
  }
  let isKept = true
  /** A disk that takes nothing is no reason to look at nothing, nor is the server away for it. */
  const onDisk = async (work: () => Promise<void>) => {
    try {
      await work()
      isKept = true
    } catch (error) {
      if (isKept) report({ kind: 'unkept', error })
      isKept = false
    }
  }
  const recalled = onDisk(recall)
  const ask = async () => {
    await recalled
    try {
      const begun = Date.now()
      const reply = await post(server, 'giveWork', { word, clockMs })
      if (reply.status === 404) {
        runner.set([])
        await onDisk(memory.forget)
        tell({ kind: 'refused' }, 'refused')
        return
      }
      if (!reply.ok) throw new Error(`${reply.status}`)
      const work = VantageWork.parse(await reply.json())
      const known = { work, clockMs: clockOf(work.now, { begun, ended: Date.now() }) }
      begin(known)
      const { name, probes } = work
      tell({ kind: 'working', name, probes: probes.length, clockMs: known.clockMs }, `working ${probes.length}`)
      await onDisk(() => memory.keep(known))
    } catch (error) {
      // Without a server the probes go on as they were.
      tell({ kind: 'away', error }, 'away')
    }
  }
  const stopAsking = repeat(ask, ASK_EVERY_MS)
  const stopBringing = repeat(delivery.deliver, BRING_EVERY_MS)
  return async () => {
    await stopAsking()
    runner.stop()
    await stopBringing()
    await delivery.deliver()
  }
}

const MOST_AT_ONCE = MOST_ANSWERS / 5
const FURTHEST_MS = 2_000_000_000

/** What the clock here lacks to the server's, the way there and back shared evenly. */
export function clockOf(now: string, { begun, ended }: { begun: number; ended: number }): number {
  const apart = Math.round(Temporal.Instant.from(now).epochMilliseconds - (begun + ended) / 2)
  return Math.max(-FURTHEST_MS, Math.min(FURTHEST_MS, apart))
}

const Route = z.object({ path: z.string() })

/** A redirect is not followed: the word is for this server. */
function post(server: string, name: 'giveWork' | 'takeAnswers', body: object): Promise<Response> {
  const { path } = Route.parse(watchVantages[name]['~orpc'].route)
  return fetch(`${server}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
}
