import { randomInt, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { outagesIn } from '@shiji/kernel/watch/availability'
import { followSamples, NEW_WATCH, type Sample, stretchesUntil } from '@shiji/kernel/watch/follow-samples'
import { check } from '@shiji/server/modules/watch/probes/check'
import { runProbes } from '@shiji/server/modules/watch/run-probes'
import type { TrialPostgres } from '@shiji/trials/trial-world'
import { openDaemons } from './open-daemons.ts'
import { type Gate, openGates } from './open-gates.ts'

export const EVERY_SECONDS = 2
const OUTAGES = 3
const RULE = { kind: 'in-a-row', failures: 1, successes: 1 } as const

type Truth = {
  /** The most an outage was measured longer or shorter than it was, in seconds. */
  readonly worstSeconds: number
  /** Outages measured that were none, or not measured at all. */
  readonly wrong: number
  readonly outages: number
  /** What was taken away. */
  readonly kinds: readonly string[]
}

/** Real servers taken away for seconds drawn by lot; what the probes measured is held against what was done. */
export async function measureTruth(postgres: TrialPostgres): Promise<Truth> {
  const opened = [...(await openGates(postgres)), ...(await openDaemons())]
  const gates = opened.map((gate) => ({ ...gate, id: randomUUID(), samples: [] as Sample[] }))
  const allowed = gates.map(({ port }) => ({ host: '127.0.0.1', port, reach: 'this-machine' as const }))
  const runner = runProbes({
    look: ({ target, secret, timeoutMs }) =>
      target.kind === 'push' ? Promise.resolve(null) : check({ target, secret, timeoutMs, allowed }),
    take: ({ probeId, at, isUp, holds }) => gates.find(({ id }) => id === probeId)?.samples.push({ at, isUp, holds }),
    late: () => undefined,
  })
  const rhythm = { everySeconds: EVERY_SECONDS, timeoutMs: 1_000, retries: 0, retrySeconds: EVERY_SECONDS }
  runner.set(gates.map(({ id, target, secret }) => ({ id, target, ...rhythm, secret, parentId: null, beatAt: null })))
  await sleep(2 * EVERY_SECONDS * 1_000)
  const done = await Promise.all(gates.map((gate) => takeAway(gate)))
  await sleep(2 * EVERY_SECONDS * 1_000)
  runner.stop()
  const found = gates.map(({ samples }) => {
    const { settled, watch } = followSamples(RULE, NEW_WATCH, samples)
    return outagesIn([...settled, ...stretchesUntil(watch, (samples.at(-1)?.at ?? 0) + 1)])
  })
  await Promise.all(gates.map((gate) => gate.close()))
  const pairs = done.map((lengths, index) => ({ lengths, measured: found[index] ?? [] }))
  const wrong = pairs.reduce((sum, { lengths, measured }) => sum + Math.abs(measured.length - lengths.length), 0)
  const off = pairs.flatMap(({ lengths, measured }) =>
    lengths.map((seconds, index) => Math.abs((measured[index]?.to ?? 0) - (measured[index]?.from ?? 0) - seconds)),
  )
  const kinds = gates.map(({ target }) => target.kind)
  return { worstSeconds: Math.max(...off), wrong, outages: off.length, kinds }
}

/** Seconds each outage really lasted. */
async function takeAway({ shut, open }: Gate): Promise<number[]> {
  const lengths: number[] = []
  for (let outage = 0; outage < OUTAGES; outage += 1) {
    await shut()
    const begun = performance.now()
    await sleep(randomInt(3_000, 9_000))
    await open()
    lengths.push((performance.now() - begun) / 1_000)
    await sleep(randomInt(5_000, 7_000))
  }
  return lengths
}
