import { OFFICE_SERVICES } from '@shiji/demo/offices'
import { whoIs } from '@shiji/demo/people'
import { ASSET_HEADINGS } from '@shiji/kernel/assets/asset-sheet'
import type { RunningServer } from '@shiji/server/app/start-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openBrowser } from './chromium.ts'
import { startDemoDesk } from './demo-desk.ts'
import { openDemoVisitor } from './demo-visitor.ts'
import { findFaults } from './find-faults.ts'
import type { Visitor } from './visitor.ts'

const WHERE = CHROMIUM === undefined ? '(skipped: this machine has no Chromium)' : ''
const HEADS = Object.values(ASSET_HEADINGS).map(({ zh }) => zh)

let server: RunningServer
let browser: Browser
let contact: Visitor
let page: Page

/** A list of one switch in the store. */
function listOf(changes: Readonly<Record<string, string>>): Buffer {
  const row: Readonly<Record<string, string>> = {
    资产编号: 'JG-9001',
    名称: '备用交换机',
    类别: '网络设备',
    存放房间: '资产库房',
    入账日期: '2026-01-08',
    ...changes,
  }
  return Buffer.from([HEADS, HEADS.map((head) => row[head] ?? '')].map((cells) => cells.join(',')).join('\n'))
}

const bring = (buffer: Buffer) =>
  page.locator('input[type=file]').last().setInputFiles({ name: '资产.csv', mimeType: 'text/csv', buffer })

describe.skipIf(CHROMIUM === undefined)(`contracts and assets, in a browser ${WHERE}`, () => {
  beforeAll(async () => {
    server = await startDemoDesk()
    browser = await openBrowser()
    contact = await openDemoVisitor(browser, server, whoIs(OFFICE_SERVICES, 'project-contact'))
    page = contact.page
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('an instalment says what it waits for, and its payment cannot be recorded before', async () => {
    await page.goto(`${server.address}/contracts?year=2025`)
    await page.getByRole('link', { name: '政务大厦机房空调升级改造' }).click()
    const row = page.getByRole('row', { name: /质保金/ })
    await row.getByText('2026 年度考核还没有做').waitFor()
    expect(await row.getByRole('button', { name: '登记付款' }).isDisabled()).toBe(true)
    await page.getByText('机房温度波动').first().waitFor()
    expect(await page.getByText('不合格').first().isVisible()).toBe(true)
    expect(await findFaults(page, new URL(page.url()).pathname)).toEqual([])
  })

  test('what the treasury paid too early stands there for good', async () => {
    await page.goto(`${server.address}/contracts?year=2025`)
    await page.getByRole('link', { name: '湖畔集中办公点应用系统运维（2025 年）' }).click()
    await page.getByText('付款时：2025 年度考核还没有做').waitFor()
  })

  test('a list of assets with a fault is shown at its cell; corrected, it comes in', async () => {
    await page.goto(`${server.address}/equipment/import`)
    await bring(listOf({ 类别: '飞机' }))
    await page.getByText('没有“飞机”这个类别').waitFor()
    await bring(listOf({}))
    await page.getByRole('button', { name: '确认导入' }).click()
    await page.getByText('已导入：新增 1，变更 0').waitFor()
    await page.getByRole('button', { name: '看台账' }).click()
    await page.getByLabel('编号、名称、型号、保管人、房间').fill('JG-9001')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: '备用交换机' }).click()
    await page.getByRole('button', { name: '登记变动' }).click()
    await page.getByLabel('说明').fill('送修')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('送修').waitFor()
    expect(await findFaults(page, new URL(page.url()).pathname)).toEqual([])
  })

  test('a stocktake begun goes on by scanning, and counts what was found', async () => {
    await page.goto(`${server.address}/stocktakes`)
    await page.getByRole('button', { name: '开始盘点' }).click()
    await page.getByLabel('盘点名称').fill('抽盘')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('link', { name: '抽盘' }).click()
    await page.getByLabel('资产编号（扫标签或输入，回车）').fill('JG-9001')
    await page.keyboard.press('Enter')
    await page.getByText('JG-9001 备用交换机').waitFor()
    expect(await findFaults(page, new URL(page.url()).pathname)).toEqual([])
  })

  test.each(['/contracts?year=2025', '/contracts/new', '/vendors', '/purchases?year=2025', '/equipment'])(
    '%s',
    looksWell,
    120_000,
  )

  test.each(['/equipment/import', '/equipment/labels', '/rooms', '/stocktakes'])('%s', looksWell)

  test('a vendor with its licences', async () => {
    await page.goto(`${server.address}/vendors`)
    await page.getByRole('link', { name: '岸汀软件' }).click()
    await page.getByText('已过期').waitFor()
    expect(await findFaults(page, new URL(page.url()).pathname)).toEqual([])
    expect(contact.complaints).toEqual([])
  })
})

async function looksWell(path: string): Promise<void> {
  expect(await findFaults(page, path)).toEqual([])
}
