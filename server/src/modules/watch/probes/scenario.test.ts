import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { type Asked, check } from './check.ts'

/** A system that lets in who knows the word and the token of its page, and shows the marks to whoever is in. */
async function system(): Promise<number> {
  const server = createServer(async (request, reply) => {
    let body = ''
    for await (const part of request) body += part
    const isIn = request.headers.cookie?.includes('session=s1') === true
    if (request.url === '/sign-in' && request.method === 'GET') {
      reply.setHeader('set-cookie', 'before=b1; Path=/')
      return reply.end('<input name="token" value="t&4+2">')
    }
    if (request.url === '/sign-in') {
      const given = new URLSearchParams(body)
      const isKnown = given.get('word') === 'a&b=c' && given.get('token') === 't&4+2' && given.get('user') === 'probe'
      if (!isKnown || request.headers.cookie !== 'before=b1') return reply.writeHead(403).end()
      return reply.writeHead(302, { location: '/marks', 'set-cookie': 'session=s1; HttpOnly' }).end()
    }
    if (request.url === '/marks?year=2026' && isIn) return reply.end('成绩：语文 92')
    return reply.writeHead(404).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

const STEP = { method: 'GET', body: '', status: 200, contains: '', take: null } as const
const TOKEN = { name: 'token', after: 'name="token" value="', before: '"' }
const STEPS = [
  { ...STEP, name: '打开登录页', path: '/sign-in', take: TOKEN },
  {
    ...{ ...STEP, name: '登录', path: '/sign-in', method: 'POST', status: 302 },
    body: 'user={user}&word={secret}&token={token}',
  },
  { ...STEP, name: '看成绩', path: '/marks?year=2026', contains: '语文' },
] as const

async function look(port: number, { secret = 'a&b=c', steps = STEPS as readonly object[] } = {}) {
  const target = { kind: 'scenario', url: `http://127.0.0.1:${port}`, user: 'probe', trust: 'verified', steps } as Asked
  const allowed = [{ host: '127.0.0.1', port, reach: 'this-machine' as const }]
  return (await check({ target, secret, timeoutMs: 2_000, allowed })).problem
}

test('a system is gone through as a person would: sign-in page, sign-in, a page behind it', async () => {
  expect(await look(await system())).toBe(null)
})

test('the step that fails says which it is and why', async () => {
  const port = await system()
  expect(await look(port, { secret: 'wrong' })).toEqual({
    ...{ code: 'step-status', parameters: { step: 2, name: '登录', status: 403 } },
  })
  const steps = [...STEPS.slice(0, 2), { ...STEPS[2], contains: '数学' }]
  expect(await look(port, { steps })).toEqual({
    ...{ code: 'step-text', parameters: { step: 3, name: '看成绩', text: '数学' } },
  })
  expect((await look(port, { steps: [STEPS[2]] }))?.code).toBe('step-status')
})

test('no step leaves the address that was judged', async () => {
  const port = await system()
  const steps = [{ ...STEP, name: '别处', path: '//169.254.169.254/latest', status: 404 }]
  expect(await look(port, { steps })).toBe(null)
})
