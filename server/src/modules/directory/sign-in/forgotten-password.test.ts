import { beforeEach, expect, test } from 'vitest'
import { openDirectory, PASSWORD } from '#testing/test-directory'
import { linkByHand } from '../link-by-hand.ts'
import { codeAt, stepAt } from './totp.ts'

const NEXT = 'Chenghu-2027-Wind'

let office: Awaited<ReturnType<typeof openDirectory>>
let system: string
let security: string
let unitId: string

beforeEach(async () => {
  office = await openDirectory()
  const first = await office.accept('system-administrator', 'sysadmin')
  ;[system, unitId] = [first.cookie, first.body.person.unitId]
  security = (await office.accept('security-administrator', 'secadmin')).cookie
})

const signIn = (login: string, password: string, code?: string) =>
  office.call('POST', '/session', { body: { login, password, code } })
const accept = (code: string, login: string, password = NEXT) =>
  office.call('POST', '/invitations/accept', { body: { code, name: '改名', login, password } })
const read = (code: string) => office.call('POST', '/invitations/readings', { body: { code } })
const invite = async () =>
  (await office.call('POST', '/people', { body: { name: '林夏', unitId }, cookie: system })).body
const inviteAgain = (id: string, cookie = system) => office.call('POST', `/people/${id}/invitations`, { cookie })
const reset = (id: string, cookie = security) => office.call('POST', `/people/${id}/password-resets`, { cookie })

test('whose link ran out is invited again, and only the newest link works', async () => {
  const { personId, code: lost } = await invite()
  const { body } = await inviteAgain(personId)
  expect((await read(lost)).body.code).toBe('invitation-invalid')
  expect((await read(body.code)).body).toEqual({ name: '林夏', login: null, cameIn: false })
  expect((await accept(body.code, 'linxia')).body.person.name).toBe('改名')
  expect((await inviteAgain(personId)).body.code).toBe('has-come-in')
})

test('a forgotten password is reset by a link: the old one works until then, and every session ends', async () => {
  const person = await office.welcome(system, { name: '林夏', login: 'linxia', unitId })
  const { id } = person.body.person
  const { body } = await reset(id)
  expect((await signIn('linxia', PASSWORD)).status).toBe(200)
  expect((await read(body.code)).body).toEqual({ name: '林夏', login: 'linxia', cameIn: true })
  expect((await accept(body.code, 'linxia', PASSWORD)).body.parameters).toEqual({ reason: 'same' })
  expect((await accept(body.code, 'somebody')).body.code).toBe('login-set')

  const done = await accept(body.code, 'linxia')
  expect(done.body.person).toMatchObject({ id, name: '林夏', login: 'linxia' })
  expect((await office.call('GET', '/session', { cookie: person.cookie })).status).toBe(401)
  expect((await signIn('linxia', PASSWORD)).body.code).toBe('sign-in-failed')
  expect((await signIn('linxia', NEXT)).status).toBe(200)
  expect((await accept(body.code, 'linxia', 'Chenghu-2028-Wind')).body.code).toBe('invitation-invalid')
})

test('a link is no way around the second step', async () => {
  const person = await office.welcome(system, { name: '林夏', login: 'linxia', unitId })
  const { cookie } = person
  const { secret } = (await office.call('POST', '/second-step', { body: { password: PASSWORD }, cookie })).body
  const now = () => codeAt(secret, stepAt(office.clock.now))
  await office.call('POST', '/second-step/confirmation', { body: { code: now() }, cookie })

  const { body } = await reset(person.body.person.id)
  const done = await accept(body.code, 'linxia')
  expect([done.status, done.body, done.cookie]).toEqual([200, null, ''])
  expect((await signIn('linxia', NEXT)).body.code).toBe('second-step-needed')
  office.clock.now = office.clock.now.add({ seconds: 30 })
  expect((await signIn('linxia', NEXT, now())).status).toBe(200)
})

test('no administrator gets hold of another account of the three, nor of their own', async () => {
  const { body } = await office.call('GET', '/people', { cookie: system })
  const idOf = (login: string) => body.people.find((one: { login: string }) => one.login === login).id
  expect((await reset(idOf('sysadmin'))).body.code).toBe('administrator-by-hand')
  expect((await reset(idOf('secadmin'))).body.code).toBe('not-to-yourself')
  expect((await reset(idOf('sysadmin'), system)).status).toBe(403)
  expect((await inviteAgain(idOf('secadmin'), security)).status).toBe(403)
  expect((await inviteAgain(idOf('secadmin'))).body.code).toBe('has-come-in')
})

test('who never came in or is disabled gets no reset', async () => {
  const { personId } = await invite()
  expect((await reset(personId)).body.code).toBe('never-came-in')
  const { body } = await office.welcome(system, { name: '江南', login: 'jiangnan', unitId })
  const { code } = (await reset(body.person.id)).body
  await office.call('PUT', `/people/${body.person.id}/state`, { body: { state: 'disabled' }, cookie: system })
  expect((await reset(body.person.id)).body.code).toBe('person-disabled')
  expect((await accept(code, 'jiangnan')).body.code).toBe('invitation-invalid')
})

test('on the server itself even an administrator gets a link, and the ledger has it', async () => {
  const audit = (await office.accept('audit-administrator', 'audadmin')).cookie
  const hand = office.world.contextOf({ kind: 'system', name: 'command-line' }, office.clock.now)
  const made = await linkByHand(hand, 'SysAdmin')
  if (typeof made === 'string') throw new Error(made)
  expect((await accept(made.code, 'sysadmin')).body.person.login).toBe('sysadmin')
  expect(await linkByHand(hand, 'nobody')).toBe('unknown')
  const { body } = await office.call('GET', '/ledger', { cookie: audit })
  expect(body.lines.map(({ did }: { did: string }) => did)).toContain('directory.link-made-by-hand')
})
