import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { EDUCATION_CENTRE } from '@shiji/demo/offices'
import { whoIs } from '@shiji/demo/people'
import type { RunningServer } from '@shiji/server/app/start-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openBrowser } from './chromium.ts'
import { startDemoDesk } from './demo-desk.ts'
import { openDemoVisitor } from './demo-visitor.ts'
import { findFaults } from './find-faults.ts'
import type { Visitor } from './visitor.ts'

const WHERE = CHROMIUM === undefined ? '(skipped: this machine has no Chromium)' : ''

let server: RunningServer
let browser: Browser
let engineer: Visitor
let portal: Server
let url: string
let isBroken = false
let probe: string

describe.skipIf(CHROMIUM === undefined)(`an engineer watches the portal ${WHERE}`, () => {
  beforeAll(async () => {
    portal = createServer((_request, reply) => {
      reply.statusCode = isBroken ? 503 : 200
      reply.end('门户')
    })
    await new Promise<void>((done) => portal.listen(0, '127.0.0.1', done))
    const { port } = portal.address() as AddressInfo
    url = `http://127.0.0.1:${port}/`
    server = await startDemoDesk()
    browser = await openBrowser()
    engineer = await openDemoVisitor(browser, server, whoIs(EDUCATION_CENTRE, 'engineer'))
    const system = await openDemoVisitor(browser, server, whoIs(null, 'system-administrator'))
    const data = { host: '127.0.0.1', port, reach: 'this-machine' }
    const allowed = await system.page.request.put(`${server.address}/api/outgoing-addresses`, { data })
    expect(allowed.status()).toBe(200)
  }, 300_000)

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    portal?.close()
  })

  test('a trial says what the settings find before anything is saved', async () => {
    const { page } = engineer
    await page.goto(`${server.address}/watch`)
    await page.getByRole('button', { name: '新建探测' }).click()
    await page.getByLabel('网址').fill('http://127.0.0.1:1/')
    await page.getByRole('button', { name: '试一次' }).click()
    await page.getByText('127.0.0.1:1 不在允许名单内').waitFor()
    await page.getByLabel('网址').fill(url)
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
    await page.locator('.watch-facts .light').filter({ hasText: '可用' }).waitFor({ timeout: 30_000 })
    await page.getByRole('img', { name: /最近 \d+ 次应答/ }).waitFor()
  }, 60_000)

  test('a portal that fails shows as an outage while one looks, and its end too', async () => {
    const { page } = engineer
    isBroken = true
    await page.locator('.watch-facts .light').filter({ hasText: '中断' }).waitFor({ timeout: 40_000 })
    await page.getByText('答复状态为 503。', { exact: true }).waitFor()
    await page.getByText('尚未恢复').waitFor()
    isBroken = false
    await page.locator('.watch-facts .light').filter({ hasText: '可用' }).waitFor({ timeout: 40_000 })
    await page.goto(`${server.address}/watch`)
    await page.getByRole('link', { name: '门户首页' }).waitFor()
    await page.getByRole('img', { name: /1 天有中断/ }).waitFor()
  }, 120_000)

  test('its pages are fit for everybody', async () => {
    for (const path of ['/watch', probe, `${probe}/settings`, '/watch/new'])
      expect(await findFaults(engineer.page, path)).toEqual([])
    expect(engineer.complaints).toEqual([])
  }, 200_000)
})
