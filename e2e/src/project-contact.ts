import type { Role } from '@shiji/contract/directory'
import type { RunningServer } from '@shiji/server/app/start-server'
import type { APIRequestContext, Browser } from 'playwright-core'
import { acceptInvitation, firstLink, openVisitor, PASSWORD, type Visitor } from './visitor.ts'

type Newcomer = { readonly name: string; readonly login: string; readonly roles: readonly Role[] }

/** A project contact who has come in by an invitation, signed in at a browser of their own. */
export function openProjectContact(browser: Browser, server: RunningServer): Promise<Visitor> {
  return openNewcomer(browser, server, { name: '周予安', login: 'zhouya', roles: ['project-contact'] })
}

/** The first person besides the administrators, with these roles. */
export async function openNewcomer(
  browser: Browser,
  server: RunningServer,
  { roles, ...person }: Newcomer,
): Promise<Visitor> {
  const [admin, security, contact] = await Promise.all([
    openVisitor(browser),
    openVisitor(browser),
    openVisitor(browser),
  ])
  await acceptInvitation(admin.page, firstLink(server, 'system-administrator'), { name: '林知夏', login: 'linzx' })
  await acceptInvitation(security.page, firstLink(server, 'security-administrator'), { name: '沈禾', login: 'shenhe' })

  const api = (person: Visitor) => ({ requests: person.page.request, address: server.address })
  const [unit] = await call<{ id: string }[]>(api(admin), 'get', '/units')
  const invited = await call<{ personId: string; code: string }>(api(admin), 'post', '/people', {
    name: person.name,
    unitId: unit?.id,
  })
  const accepted = { code: invited.code, ...person, password: PASSWORD }
  await call(api(contact), 'post', '/invitations/accept', accepted)
  await call(api(security), 'put', `/people/${invited.personId}/roles`, { roles })
  await admin.page.context().close()
  await security.page.context().close()

  await contact.page.context().clearCookies()
  await contact.page.goto(`${server.address}/sign-in`)
  await contact.page.getByLabel('登录名', { exact: true }).fill(person.login)
  await contact.page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await contact.page.keyboard.press('Enter')
  await contact.page.getByRole('button', { name: `${person.name} 的菜单` }).waitFor()
  return contact
}

type Api = { readonly requests: APIRequestContext; readonly address: string }

async function call<Reply>({ requests, address }: Api, method: 'get' | 'post' | 'put', path: string, data?: object) {
  const reply = await requests[method](`${address}/api${path}`, data === undefined ? {} : { data })
  if (!reply.ok()) throw new Error(`${path} answered ${reply.status()} ${await reply.text()}`)
  return (await reply.json()) as Reply
}
