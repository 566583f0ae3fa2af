import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { Colleague } from '#testing/test-office'
import { makeUpkeep, type TestUpkeep } from '#testing/test-upkeep'

let upkeep: TestUpkeep

beforeEach(async () => {
  upkeep = await makeUpkeep('2025-12-30T10:00:00+08:00')
})

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const turnTo = (time: string) => {
  upkeep.clock.now = Temporal.Instant.from(`2026-${time}:00+08:00`)
}

async function bring(bytes: Uint8Array<ArrayBuffer>, name: string, who: Colleague = upkeep.engineer): Promise<string> {
  const form = new FormData()
  form.append('name', name)
  form.append('file', new File([bytes], name))
  return (await who.ask('POST', '/documents', { body: form })).body.id
}

function seenWith(photos: readonly object[], changes: object = {}) {
  const [pointId] = upkeep.points
  const seen = { id: randomUUID(), pointId, happenedAt: upkeep.clock.now.toString(), proof: 'none' }
  return { ...seen, readings: [{ name: '温度', value: '23' }], photos, ...changes }
}

test('rounds of today and tomorrow are taken along with their points, and nobody else has them', async () => {
  await upkeep.plan()
  turnTo('01-01T09:00')
  const { body } = await upkeep.engineer.ask('GET', '/upkeep/rounds')
  expect(body.more).toBe(0)
  expect(body.rounds.map(({ occurrence }: { occurrence: { day: string } }) => occurrence.day)).toEqual([
    '2026-01-01',
    '2026-01-01',
    '2026-01-02',
    '2026-01-02',
  ])
  const [{ route, visits }] = body.rounds
  expect([route.points.map(({ code }: { code: string }) => code), visits]).toEqual([['JF-1', 'JF-2'], []])
  expect((await upkeep.stranger.ask('GET', '/upkeep/rounds')).body).toEqual({ rounds: [], more: 0 })
})

test('a picture of a point is kept with its visit and its hash, and shown to whoever sees the round', async () => {
  const [morning] = await upkeep.year((await upkeep.plan()).body.id)
  turnTo('01-01T09:00')
  const documentId = await bring(PNG, '机柜.png')
  const seen = seenWith([{ documentId, takenAt: '2026-01-01T00:59:00Z' }])
  const { body } = await upkeep.visit(morning?.id ?? '', { visits: [seen] })
  expect(body.visits[0]).toMatchObject({ id: seen.id, photos: [{ documentId, takenAt: '2026-01-01T00:59:00Z' }] })
  const shown = await upkeep.operator.ask('GET', `/upkeep/visits/${seen.id}/photos/${documentId}`)
  expect([shown.headers['content-type'], Buffer.from(shown.bytes).equals(PNG)]).toEqual(['image/png', true])
  const elsewhere = await upkeep.stranger.ask('GET', `/upkeep/visits/${seen.id}/photos/${documentId}`)
  expect(elsewhere.body.code).toBe('not-found')
})

test('a file that is no picture, or somebody else’s, is no proof of a visit', async () => {
  const [morning] = await upkeep.year((await upkeep.plan()).body.id)
  turnTo('01-01T09:00')
  const text = await bring(new TextEncoder().encode('没有拍'), '机柜.png')
  const theirs = await bring(PNG, '别处.png', upkeep.stranger)
  const codes = []
  for (const documentId of [text, theirs]) {
    const seen = seenWith([{ documentId, takenAt: '2026-01-01T00:59:00Z' }])
    codes.push((await upkeep.visit(morning?.id ?? '', { visits: [seen] })).body.code)
  }
  expect(codes).toEqual(['no-photo', 'not-found'])
  expect((await upkeep.engineer.ask('GET', `/upkeep/rounds/${morning?.id}`)).body.visits).toEqual([])
})

test('what a telephone with a fast clock recorded offline keeps its distance from the sending', async () => {
  const [morning] = await upkeep.year((await upkeep.plan()).body.id)
  turnTo('01-01T12:00')
  const visits = [seenWith([], { happenedAt: '2026-01-01T01:05:00Z' })]
  const body = { sentAt: '2026-01-01T04:05:00Z', device: '手机', visits }
  const { body: round } = await upkeep.engineer.ask('POST', `/upkeep/rounds/${morning?.id}/visits`, { body })
  expect(round.visits[0]).toMatchObject({ happenedAt: '2026-01-01T01:00:00Z', aheadSeconds: 300, isLateEntry: false })
})

test('a route changed at noon keeps the morning as it was, and the afternoon goes to its new points', async () => {
  const [morning, afternoon] = await upkeep.year((await upkeep.plan()).body.id)
  turnTo('01-01T12:00')
  const [route] = (await upkeep.manager.ask('GET', '/upkeep/routes')).body
  const [first, second] = route.points
  const heat = { kind: 'number', name: '温度', unit: '℃', least: '18', most: '25' }
  const third = { id: randomUUID(), code: 'JF-3', name: '新机柜', place: '三号机房', checks: [] }
  const body = { name: '三号机房', points: [{ ...second, checks: [heat] }, first, third] }
  const changed = await upkeep.manager.ask('PUT', `/upkeep/routes/${route.id}`, { body })
  expect(changed.body.points.map(({ code }: { code: string }) => code)).toEqual(['JF-2', 'JF-1', 'JF-3'])
  const pointsOf = async (id = '') => {
    const round = (await upkeep.engineer.ask('GET', `/upkeep/rounds/${id}`)).body
    return round.route.points.map(({ code, checks }: { code: string; checks: { most?: string }[] }) => {
      return [code, checks[0]?.most]
    })
  }
  expect((await pointsOf(morning?.id)).toSorted()).toEqual([
    ['JF-1', '27'],
    ['JF-2', '27'],
  ])
  expect(await pointsOf(afternoon?.id)).toEqual([
    ['JF-2', '25'],
    ['JF-1', '27'],
    ['JF-3', undefined],
  ])
  expect((await upkeep.visit(morning?.id ?? '', { at: '2026-01-01T01:00:00Z' })).body.occurrence.state).toBe('done')
})

test('a code stands on one label only; whoever does not plan, or sits elsewhere, changes no route', async () => {
  const [route] = (await upkeep.manager.ask('GET', '/upkeep/routes')).body
  const change = (body: object, who = upkeep.manager) => who.ask('PUT', `/upkeep/routes/${route.id}`, { body })
  const [first, second] = route.points
  const same = { name: '机房', points: [first, { ...second, code: first.code }] }
  expect((await change(same)).body.code).toBe('code-taken')
  expect((await change({ name: '机房', points: [first] }, upkeep.engineer)).body.code).toBe('not-permitted')
  expect((await change({ name: '机房', points: [first] }, upkeep.stranger)).body.code).toBe('not-found')
})
