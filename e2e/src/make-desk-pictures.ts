import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DEMO_PASSWORD } from '@shiji/demo/accounts'
import { EDUCATION_BUREAU, EDUCATION_CENTRE, OFFICE_SERVICES } from '@shiji/demo/offices'
import { type DemoPerson, whoIs } from '@shiji/demo/people'
import type { Page } from 'playwright-core'
import { openBrowser } from './chromium.ts'
import { startDesk } from './desk-server.ts'
import { openVisitor } from './visitor.ts'

/** Photographs the desk in the invented district for the documentation: `npm run pictures:desk`. */
const PICTURES = join(import.meta.dirname, '../../docs/pictures')

/** The notice that it was sent is shown this long. */
const NOTICE_GONE_MS = 4_000

await mkdir(PICTURES, { recursive: true })
const server = await startDesk({ demo: true })
const browser = await openBrowser()
try {
  const page = await signIn(whoIs(null, 'auditor'))
  await page.getByRole('heading', { name: '工作台' }).waitFor()
  await page.goto(`${server.address}/projects`)
  await page.getByText('信息化运维提升').waitFor()
  await photograph(page, 'projects')
  await photographForm(whoIs(OFFICE_SERVICES, 'project-contact'), '湖畔集中办公点信息系统（运维）', 'editor')
  await photographForm(whoIs(EDUCATION_BUREAU, 'project-leader'), '澄湖智慧教育云办公平台（第二年）', 'sheet')
  await photographForm(whoIs(EDUCATION_CENTRE, 'project-contact'), '教育信息化公共服务与改革试点', 'score')
  await photographBoard(whoIs(OFFICE_SERVICES, 'project-contact'))
  await photographReview(whoIs(EDUCATION_CENTRE, 'project-contact'), '澄湖区教育业务系统数据库技术保障服务')
} finally {
  await browser.close()
  await server.stop()
}

/** The page a person sees first; the sign-in page is photographed on the way. */
async function signIn(person: DemoPerson): Promise<Page> {
  const { page } = await openVisitor(browser)
  await page.goto(`${server.address}/sign-in`)
  await page.getByLabel('登录名', { exact: true }).fill(person.login)
  await photograph(page, 'sign-in')
  await page.getByLabel('密码', { exact: true }).fill(DEMO_PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: `${person.name} 的菜单` }).waitFor()
  return page
}

/** The newest form of a project, on one of its three faces. */
async function photographForm(person: DemoPerson, project: string, face: 'editor' | 'sheet' | 'score'): Promise<void> {
  const page = await signIn(person)
  await page.goto(`${server.address}/projects`)
  await page
    .getByRole('row')
    .filter({ hasText: project })
    .getByRole('link', { name: /申报|自评/ })
    .first()
    .click()
  await page.getByRole('link', { name: '历次' }).waitFor()
  if (face === 'editor') await page.getByRole('link', { name: '绩效目标', exact: true }).click()
  else await page.goto(`${page.url().split('?')[0]}/${face}`)
  await photograph(page, face)
}

/** Every promise of the year that ended beside what the records say, and the tickets that say it. */
async function photographBoard(person: DemoPerson): Promise<void> {
  const page = await signIn(person)
  await photograph(page, 'home')
  await page.goto(`${server.address}/board?year=2025`)
  await page.getByText('预算执行率').first().waitFor()
  await photograph(page, 'board')
  await page.goto(`${server.address}/tickets?state=all`)
  await page.getByRole('row').nth(1).waitFor()
  await photograph(page, 'tickets')
}

/** A declaration just sent: the paper, who has it, who is next. */
async function photographReview(person: DemoPerson, project: string): Promise<void> {
  const page = await signIn(person)
  await page.goto(`${server.address}/projects`)
  await page
    .getByRole('row')
    .filter({ hasText: project })
    .getByRole('link', { name: /申报|自评/ })
    .first()
    .click()
  await page.getByRole('button', { name: '送审' }).click()
  await page.getByText('已送审').first().waitFor()
  await page.getByTitle('正式表').waitFor()
  await page.waitForTimeout(NOTICE_GONE_MS)
  await photograph(page, 'review')
}

async function photograph(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => document.querySelector('.state-loading, .ant-select-loading') === null)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.screenshot({ path: join(PICTURES, `desk-${name}.png`), animations: 'disabled' })
}
