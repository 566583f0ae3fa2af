import { refuse } from './refusal.ts'

export type Gate = <Value>(work: () => Promise<Value>) => Promise<Value>

/** Lets few through at once and keeps a short queue; whoever finds it full is told to come back. */
export function makeGate({ atOnce, waiting, seconds }: { atOnce: number; waiting: number; seconds: number }): Gate {
  const queue: (() => void)[] = []
  let inside = 0
  return async (work) => {
    if (inside >= atOnce) {
      if (queue.length >= waiting) refuse('overloaded', { seconds })
      await new Promise<void>((enter) => queue.push(enter))
    } else {
      inside += 1
    }
    try {
      return await work()
    } finally {
      // Whoever waits takes this place over; nobody slips in between.
      const next = queue.shift()
      if (next === undefined) inside -= 1
      else next()
    }
  }
}
