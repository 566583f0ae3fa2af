import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EDUCATION_CENTRE } from '@shiji/demo/offices'
import { whoIs } from '@shiji/demo/people'
import type { RunningServer } from '@shiji/server/app/start-server'
import { openPortal, type Portal } from '@shiji/server/testing/portal'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openBrowser } from './chromium.ts'
import { startDemoDesk } from './demo-desk.ts'
import { openDemoVisitor } from './demo-visitor.ts'
import { findFaults, findFaultsHere } from './find-faults.ts'
import { PHONE_SIZE, type Visitor } from './visitor.ts'

const WHERE = CHROMIUM === undefined ? '(skipped: this machine has no Chromium)' : ''
const PROGRAM = join(import.meta.dirname, '../../server/src/cli/shiji.js')
/** Two looks of ten seconds, the saving of what they found and a page that asks again. */
const SEEN_WITHIN = { timeout: 90_000 }

let server: RunningServer
let browser: Browser
let engineer: Visitor
let portal: Portal
let folder: string
let probe: string
const places = new Map<string, ChildProcess>()

describe.skipIf(CHROMIUM === undefined)(`the portal is looked at from several places ${WHERE}`, () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shiji-places-'))
    portal = await openPortal()
    server = await startDemoDesk()
    browser = await openBrowser()
    engineer = await openDemoVisitor(browser, server, whoIs(EDUCATION_CENTRE, 'engineer'))
    const system = await openDemoVisitor(browser, server, whoIs(null, 'system-administrator'))
    const data = { host: '127.0.0.1', port: portal.port, reach: 'this-machine' }
    expect((await system.page.request.put(`${server.address}/api/outgoing-addresses`, { data })).status()).toBe(200)
  })

  afterAll(async () => {
    for (const place of places.values()) place.kill('SIGKILL')
    await browser?.close()
    await server?.stop()
    await portal?.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('two schools are let in, each by a word that is shown once, and start to look', async () => {
    const { page } = engineer
    await page.goto(`${server.address}/watch`)
    const card = page.getByRole('region', { name: '监测点' })
    for (const name of ['第二小学', '第三小学']) {
      await page.getByRole('button', { name: '新增监测点' }).click()
      await page.getByRole('dialog').getByLabel('名称（所在地点）').fill(name)
      await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
      const word = (
        await card
          .locator('code')
          .filter({ hasText: /^vantage-/ })
          .innerText()
      ).trim()
      await card
        .locator('code')
        .filter({ hasText: `shiji vantage --server ${server.address}` })
        .waitFor()
      if (name === '第二小学') expect(await findFaultsHere(page, 'the word of a vantage point')).toEqual([])
      await page.getByRole('button', { name: '已经记下' }).click()
      places.set(name, await startPlace(name, word))
    }
    for (const name of places.keys()) {
      await card.getByRole('listitem').filter({ hasText: name }).getByText('最近消息').waitFor(SEEN_WITHIN)
    }
  })

  test('a probe is tried and then looked at by this server and both schools, two of whom decide', async () => {
    const { page } = engineer
    await page.goto(`${server.address}/watch/new`)
    await page.getByLabel('网址').fill(`${portal.url}missing`)
    await page.getByLabel('答复中应有的文字（可不填）').fill('成绩')
    await page.getByRole('button', { name: '试一次' }).click()
    await page.getByRole('status').getByText('失败').waitFor()
    expect(await findFaultsHere(page, 'a trial that failed')).toEqual([])
    await page.getByLabel('网址').fill(portal.url)
    await page.getByLabel('答复中应有的文字（可不填）').fill('门户')
    await page.getByRole('button', { name: '试一次' }).click()
    await page.getByRole('status').getByText('可用').waitFor()
    await page.getByLabel('名称', { exact: true }).fill('门户（多处）')
    await page.getByLabel('所属系统').fill('门户')
    await page.getByLabel('服务台服务').focus()
    await page.keyboard.type('应用')
    await page.keyboard.press('Enter')
    await page.getByLabel('每几秒看一次').fill('10')
    await page.getByLabel('失败后加看几次').fill('0')
    await page.getByLabel('加看间隔（秒）').fill('10')
    await page.getByLabel('从哪里看').click()
    for (const name of ['本服务器', '第二小学', '第三小学']) await page.getByTitle(name, { exact: true }).click()
    await page.keyboard.press('Escape')
    await page.getByLabel('几处说中断才算中断').fill('2')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('heading', { level: 1, name: '门户（多处）' }).waitFor()
    probe = new URL(page.url()).pathname
    for (const name of ['本服务器', '第二小学', '第三小学']) await says(name, '可用')
    await page.locator('.watch-facts .light').filter({ hasText: '可用' }).waitFor(SEEN_WITHIN)
  })

  test('a portal that fails is seen failing from everywhere, on a chart that moves by itself', async () => {
    const { page } = engineer
    portal.turn(false)
    await page.locator('.watch-facts .light').filter({ hasText: '中断' }).waitFor(SEEN_WITHIN)
    for (const name of places.keys()) await says(name, '中断')
    await page.getByRole('img', { name: /最近 \d+ 次应答.*[2-9] 次失败/ }).waitFor(SEEN_WITHIN)
    await page.getByText('尚未恢复').waitFor()
    expect(await findFaults(page, probe)).toEqual([])
  })

  test('one that fell silent is unknown and two still decide; with two silent nobody knows', async () => {
    const { page } = engineer
    portal.turn(true)
    await silence('第三小学')
    await page.locator('.watch-facts .light').filter({ hasText: '可用' }).waitFor(SEEN_WITHIN)
    await says('第三小学', '未知')
    expect(await page.locator('.watch-facts .light').first().innerText()).toContain('可用')
    await silence('第二小学')
    await says('第二小学', '未知')
    await page.locator('.watch-facts .light').filter({ hasText: '未知' }).waitFor(SEEN_WITHIN)
    expect(await findFaults(page, probe)).toEqual([])
    expect(await findFaults(page, '/watch')).toEqual([])
  })

  test('whoever has the address of the status page sees it without scripts, on a phone too', async () => {
    const { page, complaints } = engineer
    await page.goto(`${server.address}/watch`)
    const card = page.getByRole('region', { name: '状态页' })
    await card.getByLabel('公开：有网址的人都能看').check()
    await card.getByRole('button', { name: '保存' }).click()
    const address = (await card.locator('a, code').filter({ hasText: '/q/status/' }).first().innerText()).trim()
    const context = await browser.newContext({ viewport: PHONE_SIZE, locale: 'zh-CN', javaScriptEnabled: false })
    const stranger = await context.newPage()
    await stranger.goto(address)
    await stranger.getByRole('heading', { level: 1 }).waitFor()
    await stranger.getByText('门户', { exact: true }).first().waitFor()
    expect(await stranger.content()).not.toMatch(/127\.0\.0\.1:\d+\/missing|门户（多处）|第二小学/)
    expect(await stranger.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    await page.goto(address)
    expect(await findFaultsHere(page, 'the status page')).toEqual([])
    await page.setViewportSize(PHONE_SIZE)
    expect(await findFaultsHere(page, 'the status page on a phone')).toEqual([])
    expect(complaints).toEqual([])
  })
})

/** The last word of a place, in the card of its probe. */
function says(name: string, state: string): Promise<void> {
  const card = engineer.page.getByRole('region', { name: '各监测点' })
  return card
    .getByRole('listitem')
    .filter({ hasText: name })
    .filter({ has: engineer.page.locator('.light').filter({ hasText: state }) })
    .waitFor(SEEN_WITHIN)
}

/** The command as it is started on a machine of that school. */
async function startPlace(name: string, word: string): Promise<ChildProcess> {
  const file = join(folder, name)
  await writeFile(file, `${word}\n`)
  const words = ['vantage', '--server', server.address, '--token-file', file, '--this-machine']
  return spawn(process.execPath, [PROGRAM, ...words], { stdio: 'ignore' })
}

/** As when its machine loses power. */
async function silence(name: string): Promise<void> {
  const place = places.get(name)
  place?.kill('SIGKILL')
  if (place !== undefined) await once(place, 'exit')
}
