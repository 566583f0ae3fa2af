import { beforeEach, expect, test } from 'vitest'
import { openDirectory, PASSWORD } from '#testing/test-directory'

let office: Awaited<ReturnType<typeof openDirectory>>
let cookie: string

beforeEach(async () => {
  office = await openDirectory()
  cookie = (await office.accept('audit-administrator', 'audadmin')).cookie
})

const change = (current: string, next: string, key?: string) =>
  office.call('POST', '/password', { body: { current, next }, cookie, ...(key === undefined ? {} : { key }) })

test('sent twice under one key, a changed password is changed once and answered the same', async () => {
  const first = await change(PASSWORD, 'Chenghu-2027-Lake', 'change-0001')
  const again = await change(PASSWORD, 'Chenghu-2027-Lake', 'change-0001')
  expect([first.status, again.status]).toEqual([200, 200])
  expect((await change(PASSWORD, 'Chenghu-2028-Lake')).body.code).toBe('sign-in-failed')
})

test('the last five passwords do not come back', async () => {
  const used = [PASSWORD, ...[1, 2, 3, 4, 5].map((number) => `Chenghu-202${number}-Wind`)]
  for (const [index, next] of used.slice(1).entries()) {
    expect((await change(used[index] ?? '', next)).status).toBe(200)
  }
  const present = used.at(-1) ?? ''
  expect((await change(present, used[1] ?? '')).body.parameters).toEqual({ reason: 'earlier' })
  expect((await change(present, PASSWORD)).status).toBe(200)
})

test('after ninety days nothing but changing it is permitted', async () => {
  office.clock.now = office.clock.now.add({ hours: 24 * 91 })
  const signIn = () => office.call('POST', '/session', { body: { login: 'audadmin', password: PASSWORD } })
  const late = await signIn()
  expect(late.body).toMatchObject({ mustChangePassword: true, permissions: [] })
  expect((await office.call('GET', '/ledger', { cookie: late.cookie })).status).toBe(403)

  cookie = late.cookie
  expect((await change(PASSWORD, 'Chenghu-2027-Lake')).status).toBe(200)
  expect((await office.call('GET', '/session', { cookie })).body.mustChangePassword).toBe(false)
})

test('the security administrator chooses the profile; the rule is told to anybody', async () => {
  const security = (await office.accept('security-administrator', 'secadmin')).cookie
  const rules = { profile: 'asvs', secondStep: 'nobody' }
  expect((await office.call('PUT', '/sign-in-rules', { body: rules, cookie })).status).toBe(403)
  expect((await office.call('PUT', '/sign-in-rules', { body: rules, cookie: security })).status).toBe(200)
  const told = (await office.call('GET', '/sign-in-rules')).body
  expect(told.password).toEqual({ shortest: 15, classes: 1, notAgain: 0, expiresAfterDays: null })
  expect((await change(PASSWORD, 'Lake-2026-Wind')).body.parameters).toEqual({ reason: 'too-short' })
  expect((await change(PASSWORD, 'greylakewindandrain')).status).toBe(200)
})
