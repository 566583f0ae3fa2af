import { readFile } from 'node:fs/promises'
import { readDocument } from '@shiji/forms/read/read-document'
import { understandForms } from '@shiji/forms/understand/understand-forms'
import { loadFormTemplates } from '@shiji/packs/load-packs'
import type { RunningServer } from '@shiji/server/app/start-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openBrowser } from './chromium.ts'
import { loadExample, writeExample } from './damaged-form.ts'
import { startDesk } from './desk-server.ts'
import { dropFile, pasteText } from './hand-over.ts'
import { openProjectContact } from './project-contact.ts'
import type { Visitor } from './visitor.ts'

const WHERE = CHROMIUM === undefined ? '(skipped: this machine has no Chromium)' : ''
const CELL = (where: string) => `td[data-where="${where}"]`

let server: RunningServer
let browser: Browser
let contact: Visitor
let page: Page
/** Where the journey has been. */
const been = { form: '' }

describe.skipIf(CHROMIUM === undefined)(`a declaration from Word to Word, in a browser ${WHERE}`, () => {
  beforeAll(async () => {
    server = await startDesk()
    browser = await openBrowser()
    contact = await openProjectContact(browser, server)
    page = contact.page
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('an empty list of projects says the one next step', async () => {
    await page.goto(`${server.address}/projects`)
    await page.getByText('还没有项目').waitFor()
    await page.getByRole('link', { name: '导入一份申报表' }).press('Enter')
    await page.getByRole('heading', { name: '目标申报' }).waitFor()
  })

  test('a dropped Word file is read, a broken one answers with a sentence', async () => {
    const example = await loadExample('cn-sh-minhang-declaration-2020')
    const damaged = { 'indicators[1].level3': '故障 解决率', 'money.fiscal.own': '约十八万' }
    await dropFile(page.locator('.drop'), { name: '坏的.pdf', bytes: Buffer.from('%PDF-1.4') })
    await page.getByRole('alert').getByText('没有读取任何内容').waitFor()
    await dropFile(page.locator('.drop'), { name: '运维申报.docx', bytes: await writeExample(example, damaged) })
    await page.getByText('2 处要核对').waitFor()
  })

  test('the doubts are answered without a mouse and the form is saved', async () => {
    await page.getByRole('link', { name: /^核对“/ }).press('Enter')
    await page.getByText('第 1 处 / 共 2 处').waitFor()
    expect(await page.getByRole('button', { name: '确认并保存' }).isDisabled()).toBe(true)

    await page.keyboard.press('e')
    await page.keyboard.type('180,000.00')
    await page.keyboard.press('Enter')
    await page.getByText('第 2 处 / 共 2 处').waitFor()
    await page.keyboard.press('ArrowUp')
    await page.getByText('✓ 已改').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('e')
    await page.keyboard.type('故障解决率')
    await page.keyboard.press('Enter')

    await page.getByRole('button', { name: '确认并保存' }).press('Enter')
    await page.getByText('✓ 已保存').waitFor()
    been.form = new URL(page.url()).pathname
  })

  test('a target is changed in the grid and the check answers', async () => {
    const slack = page.getByRole('button', { name: /各数据库平台可用性.*87\.84/ })
    await slack.press('Enter')
    await page.locator(`${CELL('indicators[4].target')}[data-active] textarea:focus`).waitFor()
    await page.keyboard.type('≥99.95%')
    await page.keyboard.press('Enter')
    await page.getByText('第 2 版').waitFor()
    await slack.waitFor({ state: 'detached' })
    expect(await page.locator(`${CELL('indicators[5].target')}[data-active]`).count()).toBe(1)
  })

  test('a block from Excel lands as it is, and one undo takes it back', async () => {
    const block = Array.from({ length: 40 }, (_, at) => `效果目标\t社会效益\t指标${at + 1}\t≥${at}%\t备注`).join('\r\n')
    await page.keyboard.press('Control+Home')
    await pasteText(page, block)
    await page.locator(CELL('indicators[39].level3')).getByText('指标40').waitFor()
    await page.keyboard.press('Control+z')
    await page.locator(CELL('indicators[7].level3')).waitFor({ state: 'detached' })
    expect(await page.locator(CELL('indicators[0].level3')).textContent()).toBe('运维工作计划完成率')
  })

  test('rows come and go, and Ctrl+D fills down, all by keyboard', async () => {
    await page.keyboard.press('Control+Enter')
    await page.locator(`${CELL('indicators[1].level1')}[data-active]`).waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Control+d')
    await page.locator(CELL('indicators[1].level3')).getByText('运维工作计划完成率').waitFor()
    await page.keyboard.press('Control+Delete')
    expect(await page.locator(CELL('indicators[1].level3')).textContent()).toBe('故障解决率')
    await page.getByText('✓ 已保存').waitFor()
  })

  test('a tab killed while the server is away loses nothing', async () => {
    await page.route('**/edits', (route) => route.abort())
    await page.goto(`${server.address}${been.form}?room=goals&at=indicators[3].target`)
    await page.locator(`${CELL('indicators[3].target')}[data-active] textarea:focus`).waitFor()
    await page.keyboard.type('10分钟内')
    await page.keyboard.press('Enter')
    await page.getByText('已存在本机').waitFor()
    await page.unroute('**/edits')
    await page.goto(`${server.address}${been.form}?room=goals`)
    await page.locator(CELL('indicators[3].target')).getByText('10分钟内').waitFor()
    await page.getByText('✓ 已保存').waitFor()
  })

  test('a cell that a colleague changed meanwhile is shown with both texts', async () => {
    const id = been.form.split('/').at(-1)
    const { version } = await page.request.get(`${server.address}/api/forms/${id}`).then((reply) => reply.json())
    const edits = [{ where: 'indicators[0].target', was: '=100.00%', now: '≥98%' }]
    await page.request.post(`${server.address}/api/forms/${id}/edits`, { data: { version, edits } })

    await page.locator(CELL('indicators[0].target')).click()
    await page.keyboard.type('≥97%')
    await page.keyboard.press('Enter')
    const conflict = page.getByRole('alert').getByRole('row', { name: /≥98%.*≥97%/ })
    await conflict.getByRole('button', { name: '用我的' }).click()
    await page.getByText('✓ 已保存').waitFor()
    await page.locator(CELL('indicators[0].target')).getByText('≥97%').waitFor()
  })

  test('of prose that two people wrote at once both may be kept', async () => {
    await page.goto(`${server.address}${been.form}?room=overview`)
    const prose = page.getByLabel('项目概况', { exact: true })
    await prose.waitFor()
    const id = been.form.split('/').at(-1)
    const where = 'fields.项目概况'
    const { version, content } = await page.request
      .get(`${server.address}/api/forms/${id}`)
      .then((reply) => reply.json())
    const edits = [{ where, was: content.fields.项目概况 ?? '', now: '含机房。' }]
    await page.request.post(`${server.address}/api/forms/${id}/edits`, { data: { version, edits } })

    await prose.fill('含网络。')
    await prose.blur()
    const conflict = page.getByRole('alert').getByRole('row', { name: /含机房。.*含网络。/ })
    await conflict.getByRole('button', { name: '两段都留' }).click()
    await page.getByText('✓ 已保存').waitFor()
    expect(await prose.inputValue()).toBe('含机房。\n含网络。')
    await page.goto(`${server.address}${been.form}?room=goals`)
  })

  test('the Word file of the official form holds every edit, the last one made on the way out too', async () => {
    await page.locator(CELL('indicators[5].target')).click()
    await page.keyboard.type('健全')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: '纸样' }).press('Enter')
    await page.frameLocator('iframe').locator('td').getByText('健全', { exact: true }).waitFor()
    await page.frameLocator('iframe').getByText('财政项目支出绩效目标申报表（项目总体情况）').waitFor()
    await page.getByRole('button', { name: /^正式表/ }).press('Enter')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: '导出 Word' }).click(),
    ])
    const bytes = new Uint8Array(await readFile(await download.path()))
    const document = await readDocument(bytes, { name: download.suggestedFilename() })
    if (!document.ok) throw new Error(document.problem.code)
    const [form] = understandForms(document.value, loadFormTemplates())
    expect(form?.money['fiscal.own']).toBe('180000.00')
    expect(form?.indicators.map(({ target }) => target)).toEqual([
      '≥97%',
      '=100.00%',
      '<8.00小时',
      '10分钟内',
      '≥99.95%',
      '健全',
      '≥95.00%',
    ])
  })

  test('a self-evaluation shows every score with its reason beside the printed one', async () => {
    const example = await loadExample('cn-sh-municipal-self-evaluation-2021')
    await page.getByRole('link', { name: '目标申报' }).click()
    await dropFile(page.locator('.drop'), { name: '自评.docx', bytes: await writeExample(example, {}) })
    await page.getByRole('link', { name: /^核对“/ }).click()
    await page.getByText('没有疑问项').waitFor()
    await page.getByRole('button', { name: '确认并保存' }).click()
    await page.getByRole('link', { name: '自评得分' }).click()
    await page.getByText('99.20', { exact: true }).first().waitFor()
    await page.getByRole('row', { name: /被服务单位满意度.*9\.92.*实际 94\.2% ÷ 目标 95% × 分值 10/ }).waitFor()
  })

  test('the browser has had nothing to complain about', () => {
    expect(contact.complaints).toEqual([])
  })
})
