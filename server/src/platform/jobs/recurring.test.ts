import { expect, test } from 'vitest'
import { nextDue, type Scheduled } from './recurring.ts'

test.each<[Scheduled, string, string, string]>([
  [{ every: 'minute' }, 'Asia/Shanghai', '2026-03-02T01:00:30Z', '2026-03-02T01:01:00Z'],
  [{ every: 'minute' }, 'Asia/Shanghai', '2026-03-02T01:01:00Z', '2026-03-02T01:02:00Z'],
  [{ every: 'hour' }, 'Asia/Kolkata', '2026-03-02T01:00:00Z', '2026-03-02T01:30:00Z'],
  [{ dailyAt: '02:30' }, 'Asia/Shanghai', '2026-03-02T01:00:00Z', '2026-03-02T18:30:00Z'],
  [{ dailyAt: '02:30' }, 'Asia/Shanghai', '2026-12-31T18:30:00Z', '2027-01-01T18:30:00Z'],
  // The night of 29 March has no 02:30 in Berlin; 03:30 stands for it.
  [{ dailyAt: '02:30' }, 'Europe/Berlin', '2026-03-28T12:00:00Z', '2026-03-29T01:30:00Z'],
])('%j in %s is due after %s at %s', (rhythm, timeZone, now, due) => {
  expect(nextDue(rhythm, Temporal.Instant.from(now), timeZone).toString()).toBe(due)
})
