import { readFile } from 'node:fs/promises'
import { readDocument } from '@shiji/forms/read/read-document'
import { writeListTemplate } from '@shiji/forms/write/excel/list-template'
import type { RunningServer } from '@shiji/server/app/start-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openBrowser } from './chromium.ts'
import { startDesk } from './desk-server.ts'
import { findFaults } from './find-faults.ts'
import { acceptInvitation, firstLink, openVisitor, PASSWORD, type Visitor } from './visitor.ts'

const WHERE = CHROMIUM === undefined ? '(skipped: this machine has no Chromium)' : ''
const UNITS = [
  ['J002', '明德小学', '学校', 'J001'],
  ['J001', '东片学区', '中心', ''],
]
const PEOPLE = [
  ['周以宁', 'zhouyn', '10086', '明德小学', '教师、项目联系人'],
  ['苏未', 'suwei', '', 'J001', ''],
]

let server: RunningServer
let browser: Browser
let lin: Visitor
let shen: Visitor
let zhou: Visitor
let links: string[]

async function workbook(units: readonly string[][], people: readonly string[][]): Promise<Buffer> {
  const list = (name: string, headings: readonly string[], rows: readonly string[][]) => {
    return { name, note: '说明', columns: headings.map((heading) => ({ heading, width: 20 })), rows }
  }
  return Buffer.from(
    await writeListTemplate([
      list('单位', ['单位代码', '单位名称', '类别', '上级单位'], units),
      list('人员', ['姓名', '登录名', '工号', '单位', '角色'], people),
    ]),
  )
}

function choose(page: Page, buffer: Buffer): Promise<void> {
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return page.locator('input[type=file]').setInputFiles({ name: '名单.xlsx', mimeType, buffer })
}

async function take(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  return readFile(await download.path())
}

describe.skipIf(CHROMIUM === undefined)(`a list of the office comes in, in a browser ${WHERE}`, () => {
  beforeAll(async () => {
    server = await startDesk()
    browser = await openBrowser()
    lin = await openVisitor(browser)
    shen = await openVisitor(browser)
    zhou = await openVisitor(browser)
    await acceptInvitation(lin.page, firstLink(server, 'system-administrator'), { name: '林知夏', login: 'admin1' })
    await acceptInvitation(shen.page, firstLink(server, 'security-administrator'), { name: '沈禾', login: 'admin2' })
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('the template is taken from the page of people', async () => {
    const { page } = lin
    await page.goto(`${server.address}/people`)
    await page.getByRole('link', { name: '导入名单' }).click()
    const template = await readDocument(await take(page, '下载模板'), { name: '模板.xlsx' })
    const texts = template.ok ? template.value.blocks.flatMap((one) => (one.kind === 'text' ? [one.text] : [])) : []
    expect(texts).toEqual(['单位', '人员'])
  })

  test('a list with faults comes back marked, and nothing of it was taken', async () => {
    const { page } = lin
    await choose(page, await workbook(UNITS, [...PEOPLE, ['陆明', '', '', '没有的学校', '审计管理员']]))
    await page.getByText('1 行有 3 处错误，改正后再导入').waitFor()
    await page.getByRole('cell', { name: 'D5', exact: true }).waitFor()
    expect(await page.getByRole('button', { name: '确认导入' }).count()).toBe(0)

    const marked = await readDocument(await take(page, '下载标注文件'), { name: '名单.xlsx' })
    const cells = marked.ok ? marked.value.blocks.flatMap((one) => (one.kind === 'table' ? one.rows : [])) : []
    const reasons = cells
      .flatMap((row) => row.cells.map(({ text }) => text))
      .filter((text) => text.includes('三员分立'))
    expect(reasons).toHaveLength(1)
  })

  test('the corrected list is taken, and its links are shown once', async () => {
    const { page } = lin
    await choose(page, await workbook(UNITS, PEOPLE))
    await page.getByText('没有错误，可以导入').waitFor()
    await page.getByText('名单为 1 人申请角色').waitFor()
    await page.getByRole('button', { name: '确认导入' }).click()
    await page.getByText('已导入：单位新增 2、变更 0，人员新增 2、变更 0').waitFor()
    const csv = (await take(page, '下载链接清单')).toString()
    links = csv.match(/http[^"]+/g) ?? []
    expect(links).toHaveLength(2)
    await page.reload()
    await page.getByRole('heading', { name: '导入单位和人员' }).waitFor()
    expect(await page.getByText('/invitation/').count()).toBe(0)
  })

  test('a person comes in by the link of the list, under the login the unit set', async () => {
    const { page } = zhou
    await page.goto(links[0] ?? '')
    const login = page.getByLabel('登录名', { exact: true })
    expect(await login.inputValue()).toBe('zhouyn')
    expect(await login.isEditable()).toBe(false)
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: '开始使用' }).click()
    await page.getByRole('button', { name: '周以宁 的菜单' }).waitFor()
  })

  test('the roles of the list hold once the security administrator grants them', async () => {
    const { page } = shen
    await page.goto(`${server.address}/people`)
    await page.getByRole('button', { name: '查看' }).click()
    await page.getByRole('button', { name: '全部批准（1 人）' }).click()
    await page.getByRole('row', { name: /周以宁.*项目联系人 · 教师/ }).waitFor()
    await page.getByRole('button', { name: '查看' }).waitFor({ state: 'detached' })
  })

  test('the page of lists is fit for everybody and browsers have nothing to complain about', async () => {
    expect(await findFaults(lin.page, '/people/import')).toEqual([])
    expect([lin.complaints, shen.complaints, zhou.complaints]).toEqual([[], [], []])
  })
})
