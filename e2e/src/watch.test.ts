import { type AddressInfo, connect, createServer as createLine, type Server as Line } from 'node:net'
import { EDUCATION_CENTRE } from '@shiji/demo/offices'
import { whoIs } from '@shiji/demo/people'
import type { RunningServer } from '@shiji/server/app/start-server'
import type {} from '@shiji/server/testing/global-setup'
import { openPortal, type Portal } from '@shiji/server/testing/portal'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { CHROMIUM, openBrowser } from './chromium.ts'
import { startDemoDesk } from './demo-desk.ts'
import { openDemoVisitor } from './demo-visitor.ts'
import { findFaults } from './find-faults.ts'
import type { Visitor } from './visitor.ts'

const WHERE = CHROMIUM === undefined ? '(skipped: this machine has no Chromium)' : ''

let server: RunningServer
let browser: Browser
let engineer: Visitor
let portal: Portal
let probe: string
let line: Line
let linePort: number
let database: string
let checkup: string

describe.skipIf(CHROMIUM === undefined)(`an engineer watches the portal ${WHERE}`, () => {
  beforeAll(async () => {
    portal = await openPortal()
    server = await startDemoDesk()
    browser = await openBrowser()
    engineer = await openDemoVisitor(browser, server, whoIs(EDUCATION_CENTRE, 'engineer'))
    const system = await openDemoVisitor(browser, server, whoIs(null, 'system-administrator'))
    ;({ line, linePort } = await openLine())
    for (const one of [portal.port, linePort]) {
      const data = { host: '127.0.0.1', port: one, reach: 'this-machine' }
      const allowed = await system.page.request.put(`${server.address}/api/outgoing-addresses`, { data })
      expect(allowed.status()).toBe(200)
    }
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await portal?.close()
    line?.close()
  })

  test('a trial says what the settings find before anything is saved', async () => {
    const { page } = engineer
    await page.goto(`${server.address}/watch`)
    await page.getByRole('button', { name: '新建探测' }).click()
    await page.getByLabel('网址').fill('http://127.0.0.1:1/')
    await page.getByRole('button', { name: '试一次' }).click()
    await page.getByText('127.0.0.1:1 不在允许名单内').waitFor()
    await page.getByLabel('网址').fill(portal.url)
    await page.getByRole('button', { name: '试一次' }).click()
    await page.getByRole('status').getByText('可用').waitFor()
  })

  test('saved by keyboard alone, it looks by itself and the page shows it', async () => {
    const { page } = engineer
    await page.getByLabel('名称', { exact: true }).fill('门户首页')
    await page.getByLabel('所属系统').fill('门户')
    await page.getByLabel('服务台服务').focus()
    await page.keyboard.type('应用')
    await page.keyboard.press('Enter')
    await page.getByLabel('每几秒看一次').fill('10')
    await page.getByLabel('失败后加看几次').fill('1')
    await page.getByLabel('加看间隔（秒）').fill('5')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '门户首页' }).waitFor()
    probe = new URL(page.url()).pathname
    await page.locator('.watch-facts .light').filter({ hasText: '可用' }).waitFor({ timeout: 90_000 })
    await page.getByRole('img', { name: /最近 \d+ 次应答/ }).waitFor()
  })

  test('a portal that fails shows as an outage while one looks, and its end too', async () => {
    const { page } = engineer
    portal.turn(false)
    await page.locator('.watch-facts .light').filter({ hasText: '中断' }).waitFor({ timeout: 90_000 })
    await page.getByText('答复状态为 503。', { exact: true }).waitFor()
    await page.getByText('尚未恢复').waitFor()
    portal.turn(true)
    await page.locator('.watch-facts .light').filter({ hasText: '可用' }).waitFor({ timeout: 90_000 })
    await page.goto(`${server.address}/watch`)
    await page.getByRole('link', { name: '门户首页', exact: true }).waitFor()
    await page.getByRole('img', { name: /1 天有中断/ }).waitFor()
  })

  test('a database is entered and looked into; what is wrong with it comes with what to do, and as a file', async () => {
    const { page } = engineer
    await page.goto(`${server.address}/databases`)
    await page.getByRole('button', { name: '登记数据库' }).click()
    await page.getByLabel('名称', { exact: true }).fill('学籍主库')
    await page.getByLabel('所属系统').fill('学籍数据库')
    await page.getByLabel('主机').fill('127.0.0.1')
    await page.getByLabel('端口').fill(String(linePort))
    await page.getByLabel('数据库名').fill('postgres')
    await page.getByLabel('账号').fill(inject('postgres').user)
    await page.getByLabel('加密连接（TLS）').uncheck()
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('heading', { level: 1, name: '学籍主库' }).waitFor()
    database = new URL(page.url()).pathname
    await page.getByRole('button', { name: '现在体检' }).click()
    await page.getByRole('heading', { level: 1, name: '学籍主库 体检' }).waitFor({ timeout: 60_000 })
    checkup = new URL(page.url()).pathname
    const found = page.getByRole('region', { name: '发现' })
    await found.getByText('没有备份记录').waitFor()
    await found.getByText('核对备份任务，登记最近一次成功的备份。').waitFor()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载 Word' }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/学籍主库-数据库巡检报告-\d{4}\.docx$/)
    await page.getByRole('button', { name: '转工单 没有备份记录' }).click()
    await found.getByRole('link', { name: /^工单 / }).click()
    await page
      .getByRole('region', { name: '来自数据库体检' })
      .getByRole('link', { name: /学籍数据库 · 学籍主库/ })
      .click()
    await page.getByRole('heading', { level: 1, name: '学籍主库 体检' }).waitFor()
    await page.goto(`${server.address}${database}`)
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByLabel('日期').fill('2026-03-01')
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await page.getByRole('listitem').filter({ hasText: '2026-03-01' }).waitFor()
  })

  test('another monitor is let in by an address that is shown once', async () => {
    const { page } = engineer
    await page.goto(`${server.address}/watch`)
    await page.getByRole('button', { name: '新增来源' }).click()
    await page.getByRole('dialog').getByLabel('名称').fill('平台监控')
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    const address = (await page.locator('code').filter({ hasText: '/api/watch/signals/' }).innerText()).trim()
    const alert = { status: 'firing', labels: { alertname: 'DiskFull', instance: 'db-1' }, annotations: {} }
    const said = await page.request.post(address, { data: { version: '4', alerts: [alert] } })
    expect(await said.json()).toEqual({ taken: 1 })
    await page.getByRole('button', { name: '已经记下' }).click()
    await page.reload()
    await page.getByRole('region', { name: '外部告警来源' }).getByText('未恢复 1').waitFor()
  })

  test('its pages are fit for everybody', async () => {
    const watched = ['/watch', probe, `${probe}/settings`, '/watch/new']
    for (const path of [...watched, '/databases', '/databases/new', database, `${database}/settings`, checkup])
      expect(await findFaults(engineer.page, path)).toEqual([])
    expect(engineer.complaints).toEqual([])
  })
})

/** The database of the tests listens on a socket in a folder; a check-up comes over the network. */
async function openLine(): Promise<{ line: Line; linePort: number }> {
  const { host } = inject('postgres')
  const made = createLine((socket) => {
    const inside = connect(`${host}/.s.PGSQL.5432`)
    inside.on('error', () => socket.destroy())
    socket.on('error', () => inside.destroy())
    socket.pipe(inside).pipe(socket)
  })
  await new Promise<void>((done) => made.listen(0, '127.0.0.1', done))
  return { line: made, linePort: (made.address() as AddressInfo).port }
}
