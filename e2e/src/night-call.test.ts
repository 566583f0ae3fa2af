import type { RunningServer } from '@shiji/server/app/start-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openBrowser } from './chromium.ts'
import { startDesk } from './desk-server.ts'
import { findFaults } from './find-faults.ts'
import { openNewcomer } from './project-contact.ts'
import { DESK_SIZE, PHONE_SIZE, type Visitor } from './visitor.ts'

const WHERE = CHROMIUM === undefined ? '(skipped: this machine has no Chromium)' : ''

let server: RunningServer
let browser: Browser
let operator: Visitor
let page: Page
let ticket: string

describe.skipIf(CHROMIUM === undefined)(`a call comes in at the service desk ${WHERE}`, () => {
  beforeAll(async () => {
    server = await startDesk()
    browser = await openBrowser()
    operator = await openNewcomer(browser, server, { name: '顾明远', login: 'gumy', roles: ['duty-operator'] })
    page = operator.page
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('on a phone it is logged by keyboard alone: initials, a tile, a sentence, Enter', async () => {
    await page.setViewportSize(PHONE_SIZE)
    await page.goto(`${server.address}/calls/new`)
    await page.getByText('起计时').waitFor()
    await page.keyboard.type('gmy')
    await page.getByText(/顾明远（/).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('radio', { name: '网络' }).focus()
    await page.keyboard.press('Space')
    await page.getByRole('radio', { name: '1 人' }).focus()
    await page.keyboard.press('ArrowRight')
    const sentence = page.getByLabel('补一句（可不填）')
    await sentence.focus()
    await page.keyboard.type('三号楼二层断网')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '三号楼二层断网' }).waitFor()
    await page.getByText(/响应还剩 9 分 \d+ 秒/).waitFor()
    ticket = new URL(page.url()).pathname
  })

  test('it is accepted with one tap, and the clock says in words how long that took', async () => {
    await page.getByRole('button', { name: '受理', exact: true }).click()
    await page.getByText(/响应用时 \d+ 秒/).waitFor()
    await page.getByRole('strong').filter({ hasText: '处理中' }).waitFor()
  })

  test('it is resolved with what was done, and closed with a cause', async () => {
    await page.getByRole('button', { name: '完成' }).click()
    await page.getByRole('radio', { name: '远程' }).check()
    await page.getByLabel('做了什么').fill('重启汇聚端口')
    await page.getByRole('dialog').getByRole('button', { name: '完成' }).click()
    await page.getByText('完成（远程）：重启汇聚端口').waitFor()
    await page.getByRole('button', { name: '关单' }).click()
    await page.getByRole('dialog').getByText('设备故障', { exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '关单' }).click()
    await page.getByText('关闭，原因：设备故障').waitFor()
  })

  test('at the desk every clock explains itself, and agrees when it is computed again', async () => {
    await page.setViewportSize(DESK_SIZE)
    await page.goto(`${server.address}${ticket}`)
    await page.getByRole('button', { name: '怎么算的' }).click()
    await page
      .getByText(/运维服务通用约定 第 1 版 · 7×24 小时/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: '按原始记录重算' }).click()
    await page.getByText('重算一致').first().waitFor()
    expect(await page.getByText('重算一致').count()).toBe(4)
  })

  test('the list shows it when closed tickets are asked for, as a table and as a board', async () => {
    await page.goto(`${server.address}/tickets?state=all`)
    await page.getByRole('row').filter({ hasText: '三号楼二层断网' }).getByText('已关闭').waitFor()
    await page.getByRole('link', { name: '看板' }).click()
    await page
      .getByRole('region', { name: /已关闭/ })
      .getByText('三号楼二层断网')
      .waitFor()
  })

  test('a complaint is recorded, and waits for a second person', async () => {
    await page.goto(`${server.address}/complaints`)
    await page.getByText('没有登记过投诉').waitFor()
    await page.getByRole('button', { name: '登记投诉' }).click()
    const form = page.getByRole('dialog')
    await form.getByRole('combobox', { name: '单位' }).click()
    await page.getByTitle('本区', { exact: true }).click()
    await form.getByLabel('谁投诉').fill('一位家长')
    await form.getByLabel('投诉什么').fill('约好的时间没有来')
    await form.getByLabel('收到时间').fill('2026-01-15T09:30')
    await form.getByRole('button', { name: '登记', exact: true }).click()
    await form.waitFor({ state: 'hidden' })
    await page.goto(`${server.address}/complaints?year=2026`)
    await page.getByRole('row').filter({ hasText: '约好的时间没有来' }).getByText('待复核').waitFor()
  })

  test('whoever works at the desk is not asked to rate it', async () => {
    await page.goto(`${server.address}${ticket}`)
    await page.getByRole('button', { name: '请报单人评价' }).click()
    await page.getByText('不参与评价').waitFor()
  })

  test('its pages are fit for everybody', async () => {
    for (const path of [
      '/complaints?year=2026',
      '/tickets?state=all',
      '/tickets?state=all&view=board',
      '/calls/new',
      ticket,
    ])
      expect(await findFaults(page, path)).toEqual([])
    expect(operator.complaints).toEqual([])
  })
})
