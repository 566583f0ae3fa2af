import { beforeEach, expect, test } from 'vitest'
import { inTransaction, read } from '#platform/database/transaction'
import { makeDesk, type TestDesk } from '#testing/test-desk'
import { saveSamples, secondOf } from '../save-samples.ts'
import { sumDays } from '../sum-days.ts'
import { availability, peakAvailability, responseTime } from '../watch-measures.ts'
import { bringPastSeries, type PastSeries } from './bring-past-series.ts'

let desk: TestDesk
let probeId: string

const PROBE = {
  ...{ name: '学籍库心跳', service: '学籍数据库', deskService: 'application', target: { kind: 'push' } },
  ...{ everySeconds: 60, timeoutMs: 2000, retries: 0, retrySeconds: 60, parentId: null, isOn: true, secret: null },
  quorum: { kind: 'in-a-row', failures: 2, successes: 1 },
}

beforeEach(async () => {
  desk = await makeDesk({ at: '2026-03-05T10:00:00+08:00' })
  probeId = (await desk.engineer.ask('POST', '/watch/probes', { body: PROBE })).body.id
})

const at = (moment: string) => Temporal.Instant.from(`2026-03-${moment}:00+08:00`)
const span = (from: string, until: string) => ({ from: at(from), until: at(until) })

const past = (): PastSeries => ({
  ...{ probeId, ...span('02T00:00', '05T00:00'), answerMs: [10, 20, 30] },
  outages: [span('02T10:00', '02T11:00'), span('03T05:30', '03T07:00')],
  gaps: [span('03T06:00', '03T08:00')],
})

const system = () => desk.world.contextOf({ kind: 'system', name: 'watch' }, desk.clock.now)
const figure = (measure: typeof availability) =>
  read(desk.world.chenghu, async (reader) => {
    const period = { from: '2026-03-01', until: '2026-03-31' }
    const scope = { unitId: desk.centre, projectId: null }
    return (await measure.read(reader, { scope, period, params: {}, asOf: desk.clock.now })).value
  })

test('months of another monitor count by the second: an outage is down, time nobody looked is neither', async () => {
  await bringPastSeries(system(), [past()])
  const { body } = await desk.engineer.ask('GET', `/watch/probes/${probeId}`)
  // Three days and ten hours agreed; two hours nobody looked, and ten since the monitor stopped, but for the minute its last answer held.
  expect(body.seconds).toEqual({ agreed: 295_200, observed: 252_060, up: 246_660, planned: 0 })
  expect(body.outages.map(({ seconds }: { seconds: number }) => seconds)).toEqual([1800, 3600])
  expect(body.line.state).toBe('unknown')
  expect(await figure(availability)).toBe('97.857')
  expect(await figure(responseTime)).toBe('20')
  // Monday's hour of ten is one of the office.
  expect(Number(await figure(peakAvailability))).toBeLessThan(97.857)
})

test('what the probe finds itself goes on where the other monitor stopped', async () => {
  await bringPastSeries(system(), [past()])
  const first = secondOf(at('05T00:01'))
  const samples = Array.from({ length: 599 }, (_, minute) => {
    const found = { at: first + minute * 60, isUp: true, holds: 60, tookMs: 15, problem: '' }
    return { probeId, ...found, certificateUntil: null }
  })
  await inTransaction(desk.world.chenghu, (tx) => saveSamples(tx, samples))
  await sumDays(system())
  const { body } = await desk.engineer.ask('GET', `/watch/probes/${probeId}`)
  expect(body.seconds).toEqual({ agreed: 295_200, observed: 288_000, up: 282_600, planned: 0 })
  expect(await figure(availability)).toBe('98.125')
})

test('a series is taken over once; what a probe found itself is not written over', async () => {
  await bringPastSeries(system(), [past()])
  await expect(bringPastSeries(system(), [past()])).rejects.toThrow('has a series')
})
