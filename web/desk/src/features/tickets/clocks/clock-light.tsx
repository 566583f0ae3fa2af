import { Light, type LightKind } from '#desk/kit/light.tsx'
import type { ClockSeen } from '../ticket-view.ts'

/** A clock in words, with the colour and shape of how it stands. */
export function ClockLight({ clock }: { readonly clock: ClockSeen }) {
  return <Light kind={lightOf(clock)} word={clock.says} />
}

/** The clock people look at: the one that is due first, or else the one that stopped last. */
export function leadingClock(clocks: readonly ClockSeen[]): ClockSeen | undefined {
  const going = clocks.filter(({ state }) => state === 'running' || state === 'paused')
  const due = going.toSorted((one, other) => momentOf(one) - momentOf(other))
  return due[0] ?? clocks.findLast(({ state }) => state === 'stopped') ?? clocks.at(-1)
}

function momentOf({ dueAt }: ClockSeen): number {
  return dueAt === null ? Number.POSITIVE_INFINITY : Date.parse(dueAt)
}

function lightOf({ state, verdict, dueAt, limitSeconds }: ClockSeen): LightKind {
  if (verdict === 'broken') return 'bad'
  if (state === 'paused') return 'not-started'
  if (verdict === 'kept') return 'good'
  if (verdict === 'withdrawn') return 'none'
  const left = dueAt === null ? 0 : (Date.parse(dueAt) - Date.now()) / 1_000
  return left < limitSeconds / 2 ? 'watch' : 'good'
}
