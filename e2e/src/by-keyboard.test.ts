import { readFile } from 'node:fs/promises'
import { DEMO_PASSWORD } from '@shiji/demo/accounts'
import { EDUCATION_CENTRE } from '@shiji/demo/offices'
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
import { type KeyboardHand, keyboardHand } from './keyboard-hand.ts'
import { openVisitor, type Visitor } from './visitor.ts'

const WHERE = CHROMIUM === undefined ? '(skipped: this machine has no Chromium)' : ''
const CONTACT = whoIs(EDUCATION_CENTRE, 'project-contact')

let server: RunningServer
let browser: Browser
let visitor: Visitor
let page: Page
let hand: KeyboardHand

describe.skipIf(CHROMIUM === undefined)(`upload, doubts, edit, save, export without a mouse ${WHERE}`, () => {
  beforeAll(async () => {
    server = await startDemoDesk()
    browser = await openBrowser()
    visitor = await openVisitor(browser)
    page = visitor.page
    hand = keyboardHand(page)
  }, 180_000)

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
    const [form] = understandForms(read.value, loadFormTemplates())
    expect(form?.indicators[0]?.target).toBe('≥98%')
    expect(form?.money['fiscal.own']).toBe('180000.00')
    expect(visitor.complaints).toEqual([])
  })
})
