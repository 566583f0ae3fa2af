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
const WHAT = '更换三号楼汇聚交换机'

let server: RunningServer
let browser: Browser
let engineer: Visitor
let manager: Visitor
let change: string
let ticket: string

describe.skipIf(CHROMIUM === undefined)(`work on the network is planned, approved and announced ${WHERE}`, () => {
  beforeAll(async () => {
    server = await startDemoDesk()
    browser = await openBrowser()
    engineer = await openDemoVisitor(browser, server, whoIs(EDUCATION_CENTRE, 'engineer'))
    manager = await openDemoVisitor(browser, server, whoIs(EDUCATION_CENTRE, 'centre-manager'))
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('the engineer files it with its window and its way back', async () => {
    const { page } = engineer
    await page.goto(`${server.address}/changes?month=2026-03`)
    await page.getByRole('link', { name: '教育城域网核心交换机升级系统' }).waitFor()
    await page.getByRole('button', { name: '报批变更' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('做什么').fill(WHAT)
    await form.getByLabel('为什么').fill('端口丢包')
    await form.getByRole('radio', { name: '中' }).check()
    await form.getByLabel('不成怎样回退').fill('换回原机')
    await form.getByLabel('影响哪些服务').fill('网络')
    await page.keyboard.press('Enter')
    await form.getByLabel('影响哪些单位').fill('芦汀')
    await page.getByTitle('芦汀小学').waitFor()
    await page.keyboard.press('Enter')
    await form.getByLabel('窗口开始').fill(inDays(3, '22:00'))
    await form.getByLabel('窗口结束').fill(inDays(3, '23:30'))
    await form.getByRole('button', { name: '送批' }).click()
    await page.getByRole('heading', { level: 1, name: WHAT }).waitFor()
    await page.getByText('未批准，不计').waitFor()
    change = new URL(page.url()).pathname
  })

  test('the head of the centre finds it among the tasks and agrees', async () => {
    const { page } = manager
    await page.goto(`${server.address}/tasks`)
    await page.getByRole('link', { name: new RegExp(WHAT) }).click()
    await page.getByRole('button', { name: '同意', exact: true }).click()
    await page.getByText('已批准').first().waitFor()
  })

  test('told to those it touches, its window is planned downtime', async () => {
    const { page } = engineer
    await page.goto(`${server.address}${change}`)
    await page.getByRole('button', { name: '告知受影响单位' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('对他们说什么').fill('届时断网，请提前保存')
    await dialog.getByRole('button', { name: '告知受影响单位' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.locator('.light').filter({ hasText: '计入计划停机' }).waitFor()
    expect(await page.getByRole('button', { name: '告知受影响单位' }).count()).toBe(0)
  })

  test('on a ticket the work is done step by step, written down, and signed for by hand', async () => {
    const { page } = engineer
    await page.goto(`${server.address}/tickets?state=all`)
    await page.locator('.data-table a.cell-name').first().click()
    await page.getByRole('button', { name: '开工作单' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('做什么').fill('更换光模块')
    await dialog.getByLabel('步骤').fill('断电\n更换')
    await dialog.getByRole('button', { name: '开工作单' }).click()
    const order = page.getByRole('article', { name: '更换光模块' })
    await order.getByRole('button', { name: '登记工作' }).click()
    for (const step of ['第 1 步做了吗', '第 2 步做了吗']) {
      await dialog.getByLabel(step).focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
    }
    await dialog.getByRole('button', { name: '加备件' }).click()
    await dialog.getByLabel('备件 1 名称').fill('SFP 光模块')
    await dialog.getByRole('button', { name: '保存' }).click()
    await order.getByText('SFP 光模块 × 1').waitFor()
    await order.getByRole('button', { name: '请对方签收' }).click()
    await dialog.getByLabel('签收人').fill('周老师')
    await dialog.getByRole('button', { name: '签收', exact: true }).click()
    await dialog.getByRole('alert').getByText('请先在上面的框里手写签名').waitFor()
    const field = dialog.getByRole('img', { name: '在此手写签名' })
    // The dialog grows into its place; the pointer waits for that.
    await field.hover()
    const pad = await field.boundingBox()
    if (pad === null) throw new Error('there is no field to sign on')
    await page.mouse.move(pad.x + 20, pad.y + 20)
    await page.mouse.down()
    await page.mouse.move(pad.x + 90, pad.y + 60, { steps: 4 })
    await page.mouse.up()
    await dialog.getByRole('button', { name: '签收', exact: true }).click()
    await order.getByRole('img', { name: '周老师 的签名' }).waitFor()
    ticket = new URL(page.url()).pathname
  })

  test('its pages are fit for everybody', async () => {
    for (const path of ['/changes?month=2026-03', '/changes?month=2026-03&view=calendar', change, ticket])
      expect(await findFaults(engineer.page, path)).toEqual([])
    expect([...engineer.complaints, ...manager.complaints]).toEqual([])
  })
})

/** As the office reads it: the whole country keeps one time. */
function inDays(days: number, clock: string): string {
  const day = Temporal.Now.zonedDateTimeISO('Asia/Shanghai').toPlainDate().add({ days })
  return `${day}T${clock}`
}
