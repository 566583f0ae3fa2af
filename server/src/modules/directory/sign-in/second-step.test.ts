import { beforeEach, expect, test } from 'vitest'
import { makeSecretBox } from '#platform/secrets/secret-box'
import { openDirectory, PASSWORD } from '#testing/test-directory'
import { codeAt, stepAt } from './totp.ts'

let office: Awaited<ReturnType<typeof openDirectory>>
let system: { cookie: string; id: string }

beforeEach(async () => {
  office = await openDirectory()
  const { cookie, body } = await office.accept('system-administrator', 'sysadmin')
  system = { cookie, id: body.person.id }
})

const signIn = (code?: string, from?: string) =>
  office.call('POST', '/session', { body: { login: 'sysadmin', password: PASSWORD, code }, ...(from ? { from } : {}) })

async function enrol() {
  const { cookie } = system
  const begun = await office.call('POST', '/second-step', { body: { password: PASSWORD }, cookie })
  const { secret } = begun.body
  const code = codeAt(secret, stepAt(office.clock.now))
  const confirmed = await office.call('POST', '/second-step/confirmation', { body: { code }, cookie })
  const next = () => {
    office.clock.now = office.clock.now.add({ seconds: 30 })
    return codeAt(secret, stepAt(office.clock.now))
  }
  return { begun, recoveryCodes: confirmed.body.recoveryCodes as string[], used: code, next }
}

test('with a second step the password alone lets nobody in, and no code works twice', async () => {
  const { begun, used, next } = await enrol()
  expect(begun.body.uri).toContain('otpauth://totp/')
  expect((await signIn()).body.code).toBe('second-step-needed')
  expect((await signIn(used)).body.code).toBe('code-wrong')
  const code = next()
  expect((await signIn(code)).status).toBe(200)
  expect((await signIn(code)).body.code).toBe('code-wrong')
})

test('nothing in the database tells the codes, and without the key only a recovery code helps', async () => {
  const { begun, recoveryCodes, next } = await enrol()
  const { rows } = await office.world.pool.query('select secret from tenant_chenghu.directory_second_step')
  expect(rows).toHaveLength(1)
  expect(rows[0].secret).not.toContain(begun.body.secret)
  // As after a restore to a machine that has not the key file.
  await office.world.pool.query(`update tenant_chenghu.directory_second_step set secret = $1`, [
    makeSecretBox([{ id: '0000000f', bytes: Buffer.alloc(32, 7) }]).seal('JBSWY3DPEHPK3PXP', 'elsewhere'),
  ])
  expect((await signIn(next())).body).toMatchObject({ status: 409, code: 'secret-unreadable' })
  expect((await signIn(recoveryCodes[0])).status).toBe(200)
})

test('a recovery code stands in for the phone once', async () => {
  const { recoveryCodes } = await enrol()
  expect(recoveryCodes).toHaveLength(10)
  const [first = ''] = recoveryCodes
  expect((await signIn(first.toLowerCase())).status).toBe(200)
  expect((await signIn(first)).body.code).toBe('code-wrong')
  const { body } = await office.call('GET', '/second-step', { cookie: system.cookie })
  expect(body).toEqual({ isOn: true, recoveryCodesLeft: 9, neededFrom: null })
})

test('codes are not guessed from many addresses, for they are counted by login', async () => {
  const { next } = await enrol()
  for (let index = 0; index < 5; index += 1) {
    expect((await signIn('000000', `10.0.0.${index}`)).body.code).toBe('code-wrong')
  }
  expect((await signIn(next(), '10.0.0.9')).body.code).toBe('try-later')
  office.clock.now = office.clock.now.add({ minutes: 16 })
  expect((await signIn(next(), '10.0.0.9')).status).toBe(200)
})

test('an administrator has a week to set it up; then nothing else is permitted until it is', async () => {
  expect((await office.call('GET', '/people', system)).status).toBe(200)
  office.clock.now = office.clock.now.add({ hours: 24 * 7 + 1 })
  const late = await signIn()
  expect(late.body).toMatchObject({ mustSetSecondStep: true, permissions: [] })
  system = { ...system, cookie: late.cookie }
  expect((await office.call('GET', '/people', system)).status).toBe(403)
  await enrol()
  expect((await office.call('GET', '/people', system)).status).toBe(200)
})

test('the security administrator resets a lost one, stands in the ledger for it, and cannot reset the own', async () => {
  await enrol()
  const security = await office.accept('security-administrator', 'secadmin')
  const audit = await office.accept('audit-administrator', 'audadmin')
  const reset = (id: string, cookie: string) => office.call('DELETE', `/people/${id}/second-step`, { cookie })
  expect((await reset(security.body.person.id, security.cookie)).body.code).toBe('not-to-yourself')
  expect((await reset(system.id, audit.cookie)).status).toBe(403)
  expect((await reset(system.id, security.cookie)).status).toBe(200)
  expect((await office.call('GET', '/session', system)).status).toBe(401)
  expect((await signIn()).status).toBe(200)
  const lines = await office.call('GET', '/ledger?did=directory.second-step-reset', { cookie: audit.cookie })
  expect(lines.body.lines).toMatchObject([{ person: '测试secadmin' }])
})

test('a source that tries many logins waits; who came from there before does not', async () => {
  const { cookie } = system
  const [unit] = (await office.call('GET', '/units', { cookie })).body
  await office.welcome(cookie, { name: '陆明', login: 'luming', unitId: unit.id })
  const { pool, chenghu } = office.world
  await pool.query(
    `insert into ${chenghu.schema}.directory_failed_sign_in select gen_random_uuid(), 'guess' || n, '10.0.0.1', $1 from generate_series(1, 200) n`,
    [office.clock.now.toString()],
  )
  const as = (login: string) => office.call('POST', '/session', { body: { login, password: PASSWORD } })
  expect((await as('nobody')).body.code).toBe('try-later')
  expect((await as('luming')).status).toBe(200)
})
