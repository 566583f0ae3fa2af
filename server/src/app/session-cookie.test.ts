import { expect, test } from 'vitest'
import { foundDistrict } from '#modules/directory'
import { makeWorld } from '#testing/test-world'
import { makeApp } from './make-app.ts'

const now = () => Temporal.Instant.from('2026-03-02T01:00:00Z')

/** Comes in by the first link, over https as the proxy in front says; answers the cookie. */
async function comeIn(proxies: readonly string[] | undefined): Promise<string> {
  const world = await makeWorld()
  const { district } = world
  const app = makeApp({ pool: world.pool, district, logLevel: 'silent', now, proxies })
  const [link] = await foundDistrict(world.contextOf({ kind: 'system', name: 'start' }, now()))
  const reply = await app.inject({
    method: 'POST',
    url: '/api/invitations/accept',
    headers: { 'x-forwarded-proto': 'https' },
    payload: { code: link?.code, name: '周启', login: 'zhouqi', password: 'Chenghu-2026-Lake' },
  })
  return String(reply.headers['set-cookie'])
}

test('behind a trusted proxy on https the cookie is secure and tied to the host', async () => {
  expect(await comeIn(['127.0.0.1'])).toMatch(/^__Host-shiji=[\w-]{20,}; Path=\/; HttpOnly; SameSite=Strict; Secure$/)
})

test.each([[undefined], [['10.9.9.9']]])('nobody else is believed to speak https: %j', async (proxies) => {
  expect(await comeIn(proxies)).toMatch(/^shiji=[\w-]{20,}; Path=\/; HttpOnly; SameSite=Strict$/)
})
