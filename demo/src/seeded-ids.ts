import { createHash } from 'node:crypto'

const SEQUENCE_BITS = 0xfff

/** UUIDv7 whose chance part is drawn from the seed: ordered by time, and the same on every run. */
export function makeSeededIds(seed: string): (at: Temporal.Instant) => string {
  let drawn = 0
  return (at) => {
    drawn += 1
    const time = at.epochMilliseconds.toString(16).padStart(12, '0')
    const sequence = (drawn & SEQUENCE_BITS).toString(16).padStart(3, '0')
    const chance = createHash('sha256').update(`${seed} ${drawn}`).digest('hex')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence}-8${chance.slice(0, 3)}-${chance.slice(3, 15)}`
  }
}
