import { DEMO_PASSWORD } from '@shiji/demo/accounts'
import type { DemoPerson } from '@shiji/demo/people'
import type { RunningServer } from '@shiji/server/app/start-server'
import type { Browser } from 'playwright-core'
import { openVisitor, type Visitor } from './visitor.ts'

/** Somebody of the invented district, signed in at a browser of their own. */
export async function openDemoVisitor(browser: Browser, server: RunningServer, person: DemoPerson): Promise<Visitor> {
  const visitor = await openVisitor(browser)
  const { page } = visitor
  await page.goto(`${server.address}/sign-in`)
  await page.getByLabel('登录名', { exact: true }).fill(person.login)
  await page.getByLabel('密码', { exact: true }).fill(DEMO_PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: `${person.name} 的菜单` }).waitFor()
  return visitor
}
