import { setTimeout as sleep } from 'node:timers/promises'

/** One after the other, never two at once. */
export function repeat(work: () => Promise<void>, everyMs: number): () => Promise<void> {
  const stop = new AbortController()
  const { signal } = stop
  const running = (async () => {
    while (!signal.aborted) {
      await work()
      await sleep(everyMs, undefined, { signal }).catch(() => undefined)
    }
  })()
  return async () => {
    stop.abort()
    await running
  }
}
