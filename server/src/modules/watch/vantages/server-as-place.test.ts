import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HERE } from '@shiji/contract/watch-places'
import { expect, onTestFinished, test, vi } from 'vitest'
import { makeOffice } from '#testing/test-office'
import { makeWorld } from '#testing/test-world'
import { keepWatching } from '../keep-watching.ts'
import { secondOf } from '../save-samples.ts'

const PATIENCE = { timeout: 60_000, interval: 200 }

test('this server is one voice among the places of a probe, and its own answers need the others to make an outage', async () => {
  const world = await makeWorld()
  const now = () => Temporal.Now.instant()
  const office = await makeOffice(world, { now })
  const engineer = await office.addPerson('chenhao', { unitId: await office.addUnit('信息中心'), roles: ['engineer'] })
  const page = createServer((_request, reply) => reply.end('fine'))
  page.listen(0, '127.0.0.1')
  await once(page, 'listening')
  onTestFinished(() => void page.close())
  const { port } = page.address() as AddressInfo
  await office.system.ask('PUT', '/outgoing-addresses', { body: { host: '127.0.0.1', port, reach: 'this-machine' } })
  const place = (await engineer.ask('POST', '/watch/vantages', { body: { name: '二小' } })).body
  const probe = {
    ...{ name: '门户', service: '门户', deskService: 'application', everySeconds: 10, timeoutMs: 1000, retries: 0 },
    ...{ target: { kind: 'tcp', host: '127.0.0.1', port }, retrySeconds: 10, parentId: null, isOn: true, secret: null },
    ...{
      quorum: { kind: 'in-a-row', failures: 1, successes: 1 },
      watchedFrom: { vantages: [HERE, place.id], needed: 2 },
    },
  }
  const { id } = (await engineer.ask('POST', '/watch/probes', { body: probe })).body
  const open = async () => (await engineer.ask('GET', `/watch/probes/${id}`)).body
  const says = (isUp: boolean) =>
    office.app.inject({
      method: 'POST',
      url: '/api/watch/vantages/answers',
      payload: {
        word: place.word,
        answers: [
          {
            ...{ probeId: id, at: secondOf(now()), isUp, holds: 60, tookMs: 12, certificateUntil: null },
            problem: isUp ? '' : '{"code":"too-slow","parameters":{"ms":1000}}',
          },
        ],
      },
    })

  const folder = await mkdtemp(join(tmpdir(), 'shiji-watch-'))
  const { chenghu: db, secrets } = world
  const stop = keepWatching({ db, secrets, spoolFile: join(folder, 'spool.jsonl'), report: () => undefined })
  onTestFinished(async () => {
    await stop()
    await rm(folder, { recursive: true })
  })
  // One voice says that it is there: fewer than two can say otherwise.
  await vi.waitFor(async () => expect((await open()).line.state).toBe('up'), PATIENCE)
  expect((await open()).looks).toMatchObject([
    { name: '二小', state: 'unknown' },
    { name: null, id: HERE, state: 'up', isOn: true },
  ])
  expect((await says(false)).statusCode).toBe(200)
  expect((await open()).line.state).toBe('up')
  page.close()
  await vi.waitFor(async () => expect((await open()).line.state).toBe('down'), PATIENCE)
  const seen = await open()
  expect(seen.watchedFrom).toEqual({ vantages: [place.id, HERE], needed: 2 })
  expect(new Set(seen.answers.map(({ from }: { from: string | null }) => from))).toEqual(new Set([null, '二小']))
  expect((await engineer.ask('GET', '/watch/vantages')).body).toHaveLength(1)
})
