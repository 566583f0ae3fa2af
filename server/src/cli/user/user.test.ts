import { randomBytes } from 'node:crypto'
import { expect, inject, test } from 'vitest'
import { foundDistrict } from '#modules/directory'
import { makeWorld } from '#testing/test-world'
import { makeApp } from '../../app/make-app.ts'
import { runShiji } from '../run-shiji.ts'
import { userLink } from './user-link.ts'
import { userList } from './user-list.ts'

type Said = { readonly code: number; readonly out: string; readonly told: string }

async function makeOffice() {
  const world = await makeWorld()
  const app = makeApp({ pool: world.pool, district: world.district, logLevel: 'silent', now: Temporal.Now.instant })
  const [first] = await foundDistrict(world.contextOf({ kind: 'system', name: 'start' }, Temporal.Now.instant()))
  const accept = (code: string, password: string) =>
    app.inject({
      method: 'POST',
      url: '/api/invitations/accept',
      payload: { code, name: '沈管理', login: 'sysadmin', password },
    })
  await accept(first?.code ?? '', 'Chenghu-2026-Lake')
  const { database } = (await world.pool.query('select current_database() as database')).rows[0]
  const { host, user } = inject('postgres')
  const environment = { DATABASE_URL: `postgres:///${database}?host=${encodeURIComponent(host)}&user=${user}` }
  async function shiji(...words: string[]): Promise<Said> {
    const [out, told]: [string[], string[]] = [[], []]
    const code = await runShiji([userList, userLink], words, {
      environment,
      input: process.stdin,
      print: (text) => void out.push(text),
      tell: (text) => void told.push(text),
      signal: new AbortController().signal,
      today: '2026-03-02',
    })
    return { code, out: out.join('\n'), told: told.join('\n') }
  }
  return { accept, shiji }
}

test('whoever sits at the server sees who has a login, and lets a locked-out administrator in again', async () => {
  const { accept, shiji } = await makeOffice()
  expect(JSON.parse((await shiji('user', 'list', '--json')).out).people).toEqual([
    {
      district: 'chenghu',
      login: 'sysadmin',
      name: '沈管理',
      unit: '澄湖区',
      roles: ['system-administrator'],
      state: 'active',
    },
  ])
  expect((await shiji('user', 'list')).out).toBe('sysadmin  沈管理  澄湖区  系统管理员  可用')

  const made = JSON.parse((await shiji('user', 'link', 'sysadmin', '--json')).out)
  expect(made.login).toBe('sysadmin')
  const reply = await accept(made.path.replace('/invitation/', ''), 'Chenghu-2027-Wind')
  expect([reply.statusCode, reply.json().person.login]).toEqual([200, 'sysadmin'])
})

test('a login nobody has, or none at all, is said in a sentence', async () => {
  const { shiji } = await makeOffice()
  const nobody = randomBytes(4).toString('hex')
  expect(await shiji('user', 'link', nobody)).toMatchObject({ code: 1, out: '', told: expect.stringContaining(nobody) })
  expect((await shiji('user', 'link', '--lang', 'en')).told).toContain('usage: shiji user link LOGIN')
  expect((await shiji('user', 'list', '--district', 'linxi', '--json')).out).toBe('{"people":[]}')
})
