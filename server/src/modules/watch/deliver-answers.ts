import type { TakenSample } from './save-samples.ts'
import { openSpool } from './spool.ts'

/** `spooling` when those who take answers are first away, `delivered` when they took what waited. */
export type DeliveryEvent = { readonly kind: 'spooling'; readonly error: unknown } | { readonly kind: 'delivered' }

type Delivering = {
  /** Where answers wait meanwhile. */
  readonly spoolFile: string
  /** Brought twice, answers change nothing. */
  readonly bring: (samples: readonly TakenSample[]) => Promise<void>
  readonly report: (event: DeliveryEvent) => void
}

export type Delivery = { readonly take: (sample: TakenSample) => void; readonly deliver: () => Promise<void> }

/** Answers on their way to those who keep them: what cannot be brought waits on disk, and goes first the next time. */
export function openDelivery({ spoolFile, bring, report }: Delivering): Delivery {
  const spool = openSpool(spoolFile)
  const taken: TakenSample[] = []
  let isAway = false
  return {
    take: (sample) => void taken.push(sample),
    deliver: async () => {
      const samples = taken.splice(0)
      try {
        await spool.deliver(bring)
        if (samples.length > 0) await bring(samples)
        if (isAway) report({ kind: 'delivered' })
        isAway = false
      } catch (error) {
        await spool.put(samples)
        if (!isAway) report({ kind: 'spooling', error })
        isAway = true
      }
    },
  }
}
