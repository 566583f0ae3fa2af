import type { TakenSample } from './save-samples.ts'
import { openSpool } from './spool.ts'

/** `spooling` when those who take answers are first away, `held` when the disk takes none either, `delivered` when they took what waited. */
export type DeliveryEvent =
  | { readonly kind: 'spooling'; readonly error: unknown }
  | { readonly kind: 'held'; readonly error: unknown; readonly most: number }
  | { readonly kind: 'delivered' }

type Delivering = {
  /** Where answers wait meanwhile. */
  readonly spoolFile: string
  /** Brought twice, answers change nothing. */
  readonly bring: (samples: readonly TakenSample[]) => Promise<void>
  readonly report: (event: DeliveryEvent) => void
}

export type Delivery = { readonly take: (sample: TakenSample) => void; readonly deliver: () => Promise<void> }

/** Some 20 MB, where neither those who take answers nor the disk take them; of more the oldest are given up. */
const MOST_HELD = 50_000

/** Answers on their way to those who keep them: what cannot be brought waits on disk, and goes first the next time. */
export function openDelivery({ spoolFile, bring, report }: Delivering): Delivery {
  const spool = openSpool(spoolFile)
  const taken: TakenSample[] = []
  let waits: 'nowhere' | 'on-disk' | 'in-memory' = 'nowhere'
  const putAside = async (samples: readonly TakenSample[], why: unknown) => {
    try {
      await spool.put(samples)
      if (waits !== 'on-disk') report({ kind: 'spooling', error: why })
      waits = 'on-disk'
    } catch (error) {
      taken.unshift(...samples)
      taken.splice(0, taken.length - MOST_HELD)
      if (waits !== 'in-memory') report({ kind: 'held', error, most: MOST_HELD })
      waits = 'in-memory'
    }
  }
  return {
    take: (sample) => void taken.push(sample),
    deliver: async () => {
      const samples = taken.splice(0)
      try {
        await spool.deliver(bring)
        if (samples.length > 0) await bring(samples)
        if (waits !== 'nowhere') report({ kind: 'delivered' })
        waits = 'nowhere'
      } catch (error) {
        await putAside(samples, error)
      }
    },
  }
}
