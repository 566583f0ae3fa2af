import { beforeEach, expect, test } from 'vitest'
import { type Colleague, makeOffice, type TestOffice } from '#testing/test-office'
import { makeWorld, type TestWorld } from '#testing/test-world'
import { followOutages } from '../alarms/follow-outages.ts'
import { secondOf } from '../save-samples.ts'
import { sumDays } from '../sum-days.ts'

let world: TestWorld
let office: TestOffice
let engineer: Colleague
let now: Temporal.Instant
const begin = Temporal.Instant.from('2026-03-02T02:00:00Z')

beforeEach(async () => {
  now = begin
  world = await makeWorld()
  office = await makeOffice(world, { now: () => now })
  engineer = await office.addPerson('chenhao', { unitId: await office.addUnit('信息中心'), roles: ['engineer'] })
})

const PROBE = {
  ...{ name: '门户端口', service: '门户', deskService: 'application', everySeconds: 60, timeoutMs: 2000, retries: 0 },
  ...{ target: { kind: 'tcp', host: 'portal.example', port: 443 }, retrySeconds: 60, parentId: null, isOn: true },
  ...{ quorum: { kind: 'in-a-row', failures: 2, successes: 1 }, secret: null },
}

type Place = { readonly id: string; readonly word: string }

async function addPlaces(...names: string[]): Promise<Place[]> {
  const added: Place[] = []
  for (const name of names) added.push((await engineer.ask('POST', '/watch/vantages', { body: { name } })).body)
  return added
}

async function addProbe(places: readonly Place[], needed: number, changes: object = {}) {
  const watchedFrom = { vantages: places.map(({ id }) => id), needed }
  return (await engineer.ask('POST', '/watch/probes', { body: { ...PROBE, watchedFrom, ...changes } })).body
}

/** A place has no account here. */
async function tell(path: string, body: object) {
  const reply = await office.app.inject({ method: 'POST', url: `/api/watch/vantages/${path}`, payload: body })
  return { status: reply.statusCode, body: reply.json() }
}

/** One answer a minute, as drawn: `+` up, `-` not, a blank where the place was silent. */
function bring({ word }: Place, probeId: string, drawn: string, from = 0) {
  const answers = [...drawn].flatMap((mark, minute) => {
    const isUp = mark === '+'
    const at = secondOf(begin) + (from + minute) * 60
    const problem = isUp ? '' : '{"code":"too-slow","parameters":{"ms":2000}}'
    return mark === ' ' ? [] : [{ probeId, at, isUp, holds: 60, tookMs: 12, problem, certificateUntil: null }]
  })
  return tell('answers', { word, answers })
}

const minute = (count: number) => {
  now = begin.add({ minutes: count })
}
const open = async (id: string) => (await engineer.ask('GET', `/watch/probes/${id}`)).body

test('out is what two of three places say, though the third fell silent', async () => {
  const [one, two, three] = (await addPlaces('教育局', '二小', '云上')) as [Place, Place, Place]
  const { id } = await addProbe([one, two, three], 2)
  minute(10)
  await bring(one, id, '++--++++++')
  await bring(two, id, '++--++++++')
  await bring(three, id, '++++++    ')
  const seen = await open(id)
  // Out for two minutes by two of three; one silent place leaves the rest to the other two.
  expect(seen.seconds).toEqual({ agreed: 600, observed: 600, up: 480, planned: 0 })
  expect(seen.line.state).toBe('up')
  expect(seen.looks.map(({ name, state }: { name: string; state: string }) => [name, state])).toEqual([
    ['二小', 'up'],
    ['教育局', 'up'],
    ['云上', 'unknown'],
  ])
  expect(seen.answers[0]).toMatchObject({ from: '教育局', isUp: true })
  expect(seen.watchedFrom.needed).toBe(2)
})

test('a place that fell silent is unknown and never up', async () => {
  const [one] = (await addPlaces('教育局')) as [Place]
  const { id } = await addProbe([one], 1)
  minute(2)
  await bring(one, id, '++')
  expect((await open(id)).line.state).toBe('up')
  minute(10)
  const { line, seconds } = await open(id)
  expect(line.state).toBe('unknown')
  expect(seconds).toMatchObject({ agreed: 600, observed: 120, up: 120 })
})

test('what waited while the server was away tells afterwards what was seen, once', async () => {
  const [one, two] = (await addPlaces('教育局', '二小')) as [Place, Place]
  const { id } = await addProbe([one, two], 2)
  const system = () => world.contextOf({ kind: 'system', name: 'watch' }, now)
  minute(10)
  await bring(one, id, '++--++++++')
  await sumDays(system())
  expect((await open(id)).seconds).toMatchObject({ up: 480, observed: 480 })
  await bring(two, id, '++--++++++')
  const once = await open(id)
  expect(once.seconds).toEqual({ agreed: 600, observed: 600, up: 480, planned: 0 })
  await bring(two, id, '++--++++++')
  await bring(one, id, '--', 2)
  expect({ ...(await open(id)), line: null }).toEqual({ ...once, line: null })
  await sumDays(system())
  const { rows } = await world.pool.query('select agreed, observed, up, answers from tenant_chenghu.watch_day')
  expect(rows).toEqual([{ agreed: 600, observed: 600, up: 480, answers: 16 }])
})

test('cut into any portions the answers of two places draw the same', async () => {
  const [one, two] = (await addPlaces('教育局', '二小')) as [Place, Place]
  const { id: whole } = await addProbe([one, two], 1)
  const { id: parts } = await addProbe([one, two], 1, { name: '同样的端口' })
  const [first, second] = ['+++--++ ++++--+-++', '++-+++-++++ ++++++']
  minute(18)
  await bring(one, whole, first)
  await bring(two, whole, second)
  for (let at = 0; at < 18; at += 4) {
    minute(at + 4)
    await bring(two, parts, second.slice(at, at + 4), at)
    await bring(one, parts, first.slice(at, at + 4), at)
  }
  minute(18)
  const [expected, drawn] = [await open(whole), await open(parts)]
  expect(drawn.outages).toEqual(expected.outages)
  expect(drawn.seconds).toEqual(expected.seconds)
  expect(expected.outages).toHaveLength(2)
})

test('an outage two places see becomes one incident', async () => {
  const [one, two] = (await addPlaces('教育局', '二小')) as [Place, Place]
  const { id } = await addProbe([one, two], 2)
  minute(4)
  await bring(one, id, '++--')
  await followOutages(world.contextOf({ kind: 'system', name: 'watch' }, now))
  expect((await engineer.ask('GET', '/watch/alarms')).body).toEqual([])
  await bring(two, id, '++--')
  expect((await open(id)).line).toMatchObject({ state: 'down', problem: '2000 毫秒内没有答复。' })
  await followOutages(world.contextOf({ kind: 'system', name: 'watch' }, now))
  expect((await engineer.ask('GET', '/watch/alarms')).body).toMatchObject([{ service: '门户', overAt: null }])
})

test('a place is told its own work and the addresses it needs, and says what its clock lacks', async () => {
  const [one, two] = (await addPlaces('教育局', '二小')) as [Place, Place]
  const { id } = await addProbe([one], 1)
  for (const host of ['portal.example', 'other.example']) {
    await office.system.ask('PUT', '/outgoing-addresses', { body: { host, port: 443, reach: 'public' } })
  }
  const { body } = await tell('work', { word: one.word, clockMs: -1500 })
  expect(body).toMatchObject({ name: '教育局', now: begin.toString(), allowed: [{ host: 'portal.example' }] })
  expect(body.probes).toMatchObject([{ id, everySeconds: 60, target: PROBE.target }])
  expect((await tell('work', { word: two.word, clockMs: null })).body.probes).toEqual([])
  const listed = (await engineer.ask('GET', '/watch/vantages')).body
  expect(listed).toMatchObject([
    { name: '二小', clockMs: null, probes: 0 },
    { name: '教育局', clockMs: -1500, heardAt: begin.toString(), probes: 1 },
  ])
})

test('the word of a place is shown once, kept as a hash, and worth nothing once renewed or switched off', async () => {
  const [one] = (await addPlaces('教育局')) as [Place]
  const kept = await world.pool.query('select * from tenant_chenghu.watch_vantage, tenant_chenghu.ledger_entry')
  expect(JSON.stringify(kept.rows)).not.toContain(one.word)
  expect((await tell('work', { word: `${one.word}x`, clockMs: null })).status).toBe(404)
  const { word } = (await engineer.ask('POST', `/watch/vantages/${one.id}/word`)).body
  expect((await tell('work', { word: one.word, clockMs: null })).status).toBe(404)
  expect((await tell('work', { word, clockMs: null })).status).toBe(200)
  await engineer.ask('PUT', `/watch/vantages/${one.id}`, { body: { isOn: false } })
  expect((await tell('work', { word, clockMs: null })).status).toBe(404)
  expect((await tell('answers', { word, answers: [] })).body.code).toBe('not-found')
})

test('refuses more votes than places, passwords elsewhere, and the places of others', async () => {
  const [one] = (await addPlaces('教育局')) as [Place]
  expect(await addProbe([one], 2)).toMatchObject({ code: 'vantage-quorum' })
  expect(await addProbe([one], 1, { secret: 'kept' })).toMatchObject({ code: 'vantage-unfit' })
  expect(await addProbe([one], 1, { target: { kind: 'push' } })).toMatchObject({ code: 'vantage-unfit' })
  const again = await engineer.ask('POST', '/watch/vantages', { body: { name: '教育局' } })
  expect(again.body.code).toBe('vantage-name-taken')
  const other = await office.addPerson('zhoumin', { unitId: await office.addUnit('第二小学'), roles: ['engineer'] })
  const watchedFrom = { vantages: [one.id], needed: 1 }
  const { body } = await other.ask('POST', '/watch/probes', { body: { ...PROBE, watchedFrom } })
  expect(body.code).toBe('not-found')
  expect((await other.ask('POST', `/watch/vantages/${one.id}/word`)).body.code).toBe('not-found')
  expect((await other.ask('GET', '/watch/vantages')).body).toEqual([])
})

test('what a place may not say is not kept: before it was asked, after this moment, or unreadable', async () => {
  const [one] = (await addPlaces('教育局')) as [Place]
  minute(5)
  const { id } = await addProbe([one], 1)
  await bring(one, id, '+++++')
  await bring(one, id, '+', 30)
  const { answers, line } = await open(id)
  expect([answers, line.state]).toEqual([[], 'unknown'])
  const answer = { probeId: id, at: secondOf(now), isUp: false, holds: 60, tookMs: 1, certificateUntil: null }
  const reply = await tell('answers', { word: one.word, answers: [{ ...answer, problem: '{"code":"invented"}' }] })
  expect(reply.body.code).toBe('vantage-answers-unreadable')
})

test('a probe that places take over keeps what was seen before, and so does one that comes back', async () => {
  const [one] = (await addPlaces('教育局')) as [Place]
  const { id } = await addProbe([one], 1)
  minute(3)
  await bring(one, id, '+++')
  const body = { ...PROBE, watchedFrom: null }
  expect((await engineer.ask('PUT', `/watch/probes/${id}`, { body })).status).toBe(200)
  const after = await open(id)
  expect(after).toMatchObject({ watchedFrom: null, looks: [], seconds: { agreed: 180, up: 180 } })
  expect(after.answers).toHaveLength(3)
})
