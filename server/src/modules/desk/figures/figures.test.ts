import { beforeEach, expect, test } from 'vitest'
import { makeDesk, type TestDesk } from '#testing/test-desk'

let desk: TestDesk

beforeEach(async () => {
  desk = await makeDesk({ at: '2026-03-02T09:00:00+08:00' })
})

const figures = async (query: string, who = desk.manager) =>
  (await who.ask('GET', `/desk/figures?year=2026${query}`)).body

/** Answered after so many minutes, and restored and settled a minute later. */
async function live(minutes: number, changes: object = {}): Promise<void> {
  const { id } = (await desk.call(changes)).body
  desk.wait({ minutes })
  await desk.act(id, { kind: 'accept' })
  desk.wait({ minutes: 1 })
  await desk.act(id, { kind: 'resolve', manner: 'remote', note: '已处理' })
}

test('half, nine in ten, the longest and what was in time, for everything and for each service', async () => {
  for (const minutes of [1, 2, 4, 30]) await live(minutes)
  await live(3, { service: 'printing', kind: 'request', scope: 'one' })
  const seen = await figures('&by=service')
  expect(seen).toEqual([
    { clock: 'response', group: null, tickets: 5, p50: 180, p90: 1_800, p95: 1_800, longest: 1_800, kept: '80.00' },
    {
      clock: 'response',
      group: 'network',
      tickets: 4,
      p50: 120,
      p90: 1_800,
      p95: 1_800,
      longest: 1_800,
      kept: '75.00',
    },
    { clock: 'response', group: 'printing', tickets: 1, p50: 180, p90: 180, p95: 180, longest: 180, kept: '100.00' },
    { clock: 'recovery', group: null, tickets: 4, p50: 180, p90: 1_860, p95: 1_860, longest: 1_860, kept: '100.00' },
    {
      clock: 'recovery',
      group: 'network',
      tickets: 4,
      p50: 180,
      p90: 1_860,
      p95: 1_860,
      longest: 1_860,
      kept: '100.00',
    },
  ])
})

test('what has not been settled yet has no manner, what was withdrawn counts nowhere, and others see nothing', async () => {
  const { id } = (await desk.call()).body
  desk.wait({ minutes: 2 })
  await desk.act(id, { kind: 'accept' })
  const gone = (await desk.call()).body.id
  await desk.act(gone, { kind: 'accept' })
  await desk.act(gone, { kind: 'cancel', note: '误报' })
  const seen = await figures('&by=manner')
  expect(seen.map((one: { group: string; tickets: number }) => [one.group, one.tickets])).toEqual([
    [null, 1],
    ['none', 1],
  ])
  expect(await figures('', desk.stranger)).toEqual([])
  const unknown = await figures('&projectId=01900000-0000-7000-8000-000000000009')
  expect(unknown).toMatchObject({ code: 'not-found' })
})
