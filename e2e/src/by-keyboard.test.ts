import { readFile } from 'node:fs/promises'
import { DEMO_PASSWORD } from '@shiji/demo/accounts'
import { EDUCATION_BUREAU, EDUCATION_CENTRE } from '@shiji/demo/offices'
import { whoIs } from '@shiji/demo/people'
import { readDocument } from '@shiji/forms/read/read-document'
import { understandForms } from '@shiji/forms/understand/understand-forms'
import { loadFormTemplates } from '@shiji/packs/load-packs'
import type { RunningServer } from '@shiji/server/app/start-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openBrowser } from './chromium.ts'
import { loadExample, writeExample } from './damaged-form.ts'
import { startDemoDesk } from './demo-desk.ts'
import { openDemoVisitor } from './demo-visitor.ts'
import { findFaultsHere } from './find-faults.ts'
import { type KeyboardHand, keyboardHand } from './keyboard-hand.ts'
import { openVisitor, type Visitor } from './visitor.ts'

const WHERE = CHROMIUM === undefined ? '(skipped: this machine has no Chromium)' : ''
const CONTACT = whoIs(EDUCATION_CENTRE, 'project-contact')
const PROJECT = '澄江区教育数据中心数据库技术保障服务（2020年运维）'

/** What the year came to, where the target is a figure. */
const REACHED: Readonly<Record<string, string>> = {
  运维工作计划完成率: '100%',
  故障解决率: '100%',
  故障恢复时间: '4小时',
  各数据库平台可用性: '99.6%',
  业务科室满意度: '96%',
}

let server: RunningServer
let browser: Browser
let visitor: Visitor
let page: Page
let hand: KeyboardHand
let leader: Visitor
let finance: Visitor
let auditor: Visitor
/** The pages of the declaration begin with it. */
let form: string

describe.skipIf(CHROMIUM === undefined)(`from a file to the archive by four people without a mouse ${WHERE}`, () => {
  beforeAll(async () => {
    server = await startDemoDesk()
    browser = await openBrowser()
    visitor = await openVisitor(browser)
    page = visitor.page
    hand = keyboardHand(page)
    leader = await openDemoVisitor(browser, server, whoIs(EDUCATION_BUREAU, 'project-leader'))
    finance = await openDemoVisitor(browser, server, whoIs(null, 'finance-reviewer'))
    auditor = await openDemoVisitor(browser, server, whoIs(EDUCATION_BUREAU, 'auditor'))
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('signing in', async () => {
    await page.goto(`${server.address}/sign-in`)
    await hand.type(page.getByLabel('登录名', { exact: true }), CONTACT.login)
    await hand.type(page.getByLabel('密码', { exact: true }), DEMO_PASSWORD)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '工作台' }).waitFor()
  })

  test('last year’s form is brought', async () => {
    const example = await loadExample('cn-sh-minhang-declaration-2020')
    const damaged = { 'indicators[1].level3': '故障 解决率', 'money.fiscal.own': '约十八万' }
    const file = { name: '运维申报.docx', mimeType: '', buffer: await writeExample(example, damaged) }
    await hand.press(page.getByRole('link', { name: '目标申报' }))
    await page.getByRole('heading', { name: '目标申报' }).waitFor()
    const chooser = page.waitForEvent('filechooser')
    await hand.press(page.locator('input[type=file]'))
    await (await chooser).setFiles(file)
    await page.getByText('2 处要核对').waitFor()
    await hand.press(page.getByRole('link', { name: /^核对“/ }))
  })

  test('the doubts are answered', async () => {
    await page.getByText('第 1 处 / 共 2 处').waitFor()
    await page.keyboard.press('e')
    await page.keyboard.type('180,000.00')
    await page.keyboard.press('Enter')
    await page.getByText('第 2 处 / 共 2 处').waitFor()
    await page.keyboard.press('e')
    await page.keyboard.type('故障解决率')
    await page.keyboard.press('Enter')
    await hand.press(page.getByRole('button', { name: '确认并保存' }))
    await page.getByText('✓ 已保存').waitFor()
  })

  test('a target is edited in the grid and saved', async () => {
    await hand.press(page.getByRole('link', { name: '绩效目标' }))
    await hand.reach(page.locator('td[data-active] textarea'))
    await page.keyboard.press('Control+Home')
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
    await page.keyboard.type('≥98%')
    await page.keyboard.press('Enter')
    await page.locator('td[data-where="indicators[0].target"]').getByText('≥98%').waitFor()
    await page.getByText('第 2 版').waitFor()
  })

  test('the official form leaves as Word with what was typed', async () => {
    await hand.press(page.getByRole('button', { name: /^正式表/ }))
    const word = page.getByRole('menuitem', { name: '导出 Word' })
    await word.waitFor()
    const isThere = () => word.evaluate((item) => item === document.activeElement)
    for (let step = 0; step < 6 && !(await isThere()); step += 1) await page.keyboard.press('ArrowDown')
    const download = page.waitForEvent('download')
    await page.keyboard.press('Enter')
    const taken = await download
    const bytes = new Uint8Array(await readFile(await taken.path()))
    const read = await readDocument(bytes, { name: taken.suggestedFilename() })
    if (!read.ok) throw new Error(read.problem.code)
    const [found] = understandForms(read.value, loadFormTemplates())
    expect(found?.indicators[0]?.target).toBe('≥98%')
    expect(found?.money['fiscal.own']).toBe('180000.00')
    expect(visitor.complaints).toEqual([])
  })

  test('it is sent, and two desks agree to it from their tasks', async () => {
    await hand.press(page.getByRole('button', { name: '送审', exact: true }))
    await page.getByText('已送审').first().waitFor()
    form = new URL(page.url()).pathname.replace(/\/approval$/, '')
    await lookAt(page, '审核')
    for (const desk of [leader, finance]) await agreeByKeys(desk, { name: PROJECT, opinion: '目标可行' })
    await page.reload()
    await page.getByText('已批复').first().waitFor()
  })

  test('the year is evaluated row by row and sent through the desks', async () => {
    await hand.press(page.getByRole('link', { name: '自评', exact: true }))
    await hand.press(page.getByRole('button', { name: '开始自评' }))
    await hand.press(page.getByRole('button', { name: /剩余分值均分给 \d+ 行/ }))
    await hand.press(page.getByRole('button', { name: /行文字目标照目标填写/ }))
    for (const [indicator, actual] of Object.entries(REACHED)) {
      await hand.type(page.getByLabel(`实际完成：${indicator}`, { exact: true }), actual)
      await Promise.all([page.waitForResponse(/self-evaluations/), page.keyboard.press('Tab')])
    }
    await hand.type(page.getByLabel('总体说明（随表提交）'), '经费年末集中支付，目标均已实现')
    await page.keyboard.press('Shift+Tab')
    await hand.press(page.getByRole('button', { name: '自评送审' }))
    await hand.press(page.getByRole('dialog').getByRole('button', { name: '自评送审' }))
    await page.getByText(/送审，等各席审核$/).waitFor()
    await lookAt(page, '自评')
    for (const desk of [leader, finance]) await agreeByKeys(desk, { name: `${PROJECT}（自评）`, opinion: '与记录相符' })
    await page.reload()
    await page.getByText(/送审，审核通过$/).waitFor()
  })

  test('the year is archived, and the auditor takes the bundle and can change nothing', async () => {
    await page.goto(`${server.address}${form}/archive`)
    await hand.press(page.getByRole('button', { name: '归档', exact: true }))
    await hand.press(page.getByRole('dialog').getByRole('button', { name: /确\s*定|OK/ }))
    await page.getByRole('button', { name: '下载档案包' }).waitFor()
    const eyes = auditor.page
    const keys = keyboardHand(eyes)
    await eyes.goto(`${server.address}${form}/archive`)
    await eyes.getByText('表/7-自评审批单.pdf').waitFor()
    await lookAt(eyes, '归档')
    const download = eyes.waitForEvent('download')
    await keys.press(eyes.getByRole('button', { name: '下载档案包' }))
    expect((await download).suggestedFilename()).toMatch(/-2020-档案\.zip$/)
    await eyes.goto(`${server.address}${form}`)
    await eyes.getByRole('heading', { level: 1 }).waitFor()
    expect(await eyes.getByRole('button', { name: /送审|归档/ }).count()).toBe(0)
    expect([visitor, leader, finance, auditor].flatMap(({ complaints }) => complaints)).toEqual([])
  })
})

type Saying = { readonly name: string; readonly opinion: string }

/** What waits for the person under this name, opened from the tasks, read and agreed to. */
async function agreeByKeys({ page: desk }: Visitor, { name, opinion }: Saying): Promise<void> {
  const keys = keyboardHand(desk)
  await desk.goto(`${server.address}/tasks`)
  await keys.press(desk.getByRole('link', { name, exact: true }))
  await keys.type(desk.getByLabel('意见', { exact: true }), opinion)
  await lookAt(desk, name)
  const agree = desk.getByRole('button', { name: '同意', exact: true })
  await keys.press(agree)
  await agree.waitFor({ state: 'detached' })
}

/** Nothing on the page as it stands keeps anybody out. */
async function lookAt(seen: Page, what: string): Promise<void> {
  expect(await findFaultsHere(seen, what)).toEqual([])
}
