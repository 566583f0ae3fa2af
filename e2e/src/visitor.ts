import type { Role } from '@shiji/contract/directory'
import type { RunningServer } from '@shiji/server/app/start-server'
import type { Browser, Page } from 'playwright-core'

/** One person at one browser, and everything that browser complained about. */
export type Visitor = { readonly page: Page; readonly complaints: string[] }

export const DESK_SIZE = { width: 1366, height: 768 }
export const PHONE_SIZE = { width: 390, height: 844 }
/** A step that takes longer than this has failed. */
export const PATIENCE_MS = 90_000
export const PASSWORD = 'Chenghu-2026-Lake'

export async function openVisitor(browser: Browser): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: DESK_SIZE,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // A dialog still growing moves away between the press and the release of a hand this fast.
    reducedMotion: 'reduce',
  })
  // A program the page forbids itself is caught where it is tried; only this event tells of it.
  await context.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile }) =>
      reportError(new Error(`${violatedDirective} forbids what ${sourceFile} tried`)),
    ),
  )
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  const complaints: string[] = []
  page.on('console', (message) => {
    // Being asked to sign in is an answer; the browser logs every answer from 400 on.
    const isAnswer = message.text().startsWith('Failed to load resource')
    if (['error', 'warning'].includes(message.type()) && !isAnswer) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') complaints.push(`asked ${hostname}`)
  })
  return { page, complaints }
}

export async function acceptInvitation(page: Page, link: string, person: { name: string; login: string }) {
  await page.goto(link)
  await page.getByLabel('姓名', { exact: true }).fill(person.name)
  await page.getByLabel('登录名', { exact: true }).fill(person.login)
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: '开始使用' }).click()
  await page.getByRole('button', { name: `${person.name} 的菜单` }).waitFor()
}

export function firstLink({ address, links }: RunningServer, role: Role): string {
  return `${address}/invitation/${links.find((link) => link.role === role)?.code}`
}
