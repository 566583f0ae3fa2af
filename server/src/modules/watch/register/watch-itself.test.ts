import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { makeDesk } from '#testing/test-desk'
import { watchItself } from './watch-itself.ts'

/** What this server answers at its health address. */
async function listen(): Promise<number> {
  const server = createServer((_request, reply) => reply.end('{"status":"alive"}'))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

test('the demo looks at itself, wherever it listens, and only while people leave the probe to it', async () => {
  const desk = await makeDesk({ at: '2026-03-05T10:00:00+08:00' })
  const context = () => desk.world.contextOf({ kind: 'system', name: 'demo' }, desk.clock.now)
  const itself = { unitId: desk.engineer.unitId, name: '本系统', service: '实绩系统', deskService: 'application' }
  const probes = async () => (await desk.engineer.ask('GET', '/watch/probes')).body
  const allowed = async () =>
    (await desk.keeper.ask('GET', '/outgoing-addresses')).body.map(({ port }: { port: number }) => port)

  const [first, second] = [await listen(), await listen()]
  await watchItself(context(), { ...itself, port: first })
  expect(await probes()).toMatchObject([{ address: `http://127.0.0.1:${first}/api/health`, isOn: true }])
  await watchItself(context(), { ...itself, port: second })
  const [{ id, address }, ...others] = await probes()
  expect([address, others, await allowed()]).toEqual([`http://127.0.0.1:${second}/api/health`, [], [second]])

  const { target, timeoutMs, ...probe } = (await desk.engineer.ask('GET', `/watch/probes/${id}`)).body
  const tried = await desk.engineer.ask('POST', '/watch/trials', { body: { id, target, timeoutMs, secret: null } })
  expect(tried.body).toMatchObject({ isUp: true, problem: '' })

  const { name, service, deskService, everySeconds, retries, retrySeconds, quorum, parentId } = probe
  const kept = { name, service, deskService, everySeconds, retries, retrySeconds, quorum, parentId, timeoutMs }
  const elsewhere = { ...target, url: 'http://127.0.0.1:9/else' }
  const body = { ...kept, target: elsewhere, isOn: false, secret: null }
  expect((await desk.engineer.ask('PUT', `/watch/probes/${id}`, { body })).status).toBe(200)
  await watchItself(context(), { ...itself, port: first })
  expect(await probes()).toMatchObject([{ address: elsewhere.url, isOn: false }])
})
