import { api } from '../api/client.ts'
import { type Asked, useAsked } from '../kept/use-asked.ts'
import type { MeterReading } from '../outbox/entry.ts'
import { useOutbox } from '../outbox/outbox-store.ts'
import { useSession } from '../session/session.ts'

type Told = Awaited<ReturnType<typeof api.upkeepMeters.listMeters>>

/** A meter in use, and what was read of it on this phone and has not arrived, the oldest first. */
export type Meter = Told[number] & { readonly waiting: readonly MeterReading[] }

/** Taken along whole, they can be read without a network. */
export function useMeters(): { readonly asked: Asked<Told>; readonly meters: readonly Meter[] } {
  const asked = useAsked('meters', () => api.upkeepMeters.listMeters({}))
  const { me } = useSession()
  const entries = useOutbox()
  const meters = (asked.data ?? []).flatMap((meter) => {
    const waiting = entries.flatMap((entry) =>
      entry.kind === 'reading' && entry.reading.meterId === meter.id && entry.owner === me?.person.id
        ? [entry.reading]
        : [],
    )
    return meter.endedAt === null ? [{ ...meter, waiting }] : []
  })
  return { asked, meters }
}
