import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { EDUCATION_BUREAU, EDUCATION_CENTRE } from '@shiji/demo/offices'
import { whoIs } from '@shiji/demo/people'
import type { RunningServer } from '@shiji/server/app/start-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openBrowser } from './chromium.ts'
import { startDemoDesk } from './demo-desk.ts'
import { openDemoVisitor } from './demo-visitor.ts'
import { startDesk } from './desk-server.ts'
import { findFaults } from './find-faults.ts'
import { acceptInvitation, firstLink, openVisitor, type Visitor } from './visitor.ts'

const WHERE = CHROMIUM === undefined ? '(skipped: this machine has no Chromium)' : ''
const CONTACT = whoIs(EDUCATION_CENTRE, 'project-contact')
const LEADER = whoIs(EDUCATION_BUREAU, 'project-leader')

let server: RunningServer
let browser: Browser
let group: Server
const said: string[] = []

describe.skipIf(CHROMIUM === undefined)(`a desk held for a colleague, in a browser ${WHERE}`, () => {
  let contact: Visitor
  let leader: Visitor

  beforeAll(async () => {
    server = await startDemoDesk()
    browser = await openBrowser()
    contact = await openDemoVisitor(browser, server, CONTACT)
    leader = await openDemoVisitor(browser, server, LEADER)
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('the leader names a deputy for a week, and the deputy is told and may hand it back', async () => {
    const { page } = leader
    await page.goto(`${server.address}/deputies`)
    await page.getByRole('button', { name: '设定代理人' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('选择人员').fill(CONTACT.name)
    await page.getByTitle(new RegExp(CONTACT.name)).waitFor()
    await page.keyboard.press('Enter')
    await dialog.getByLabel('从').fill(dayIn(0))
    await dialog.getByLabel('到（含当天）').fill(dayIn(6))
    await dialog.getByLabel('原因').fill('外出培训')
    await dialog.getByRole('button', { name: '设定代理人' }).click()
    await page.getByRole('row').filter({ hasText: CONTACT.name }).getByText('代理中').waitFor()

    await contact.page.goto(`${server.address}/messages`)
    await contact.page.getByText(`代理：${LEADER.name}请您在`).waitFor()
    await contact.page.getByText('外出培训').waitFor()
    await contact.page.getByRole('button', { name: /全部已读/ }).click()
    await contact.page.getByRole('button', { name: /全部已读/ }).waitFor({ state: 'detached' })

    await contact.page.goto(`${server.address}/deputies`)
    await contact.page.getByRole('button', { name: '结束' }).click()
    await contact.page.getByText('已结束').waitFor()
  })

  test('quiet hours are kept', async () => {
    const { page } = contact
    await page.goto(`${server.address}/messages`)
    await page.getByLabel('我的邮箱').fill('contact@example.org')
    await page.getByLabel('免打扰从').fill('21:30')
    await page.getByLabel('到', { exact: true }).fill('07:00')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('已保存').waitFor()
    await page.reload()
    expect(await page.getByLabel('免打扰从').inputValue()).toBe('21:30')
  })

  test('axe finds nothing, in every look, wide and narrow', async () => {
    for (const path of ['/tasks?box=copied', '/messages', '/deputies']) {
      expect(await findFaults(contact.page, path)).toEqual([])
    }
    expect([...contact.complaints, ...leader.complaints]).toEqual([])
  })
})

describe.skipIf(CHROMIUM === undefined)(`an administrator connects the robot of a group ${WHERE}`, () => {
  let admin: Visitor

  beforeAll(async () => {
    group = createServer((request, reply) => {
      request.on('data', (part) => said.push(String(part)))
      request.on('end', () => reply.end(JSON.stringify({ errcode: 0 })))
    }).listen(0, '127.0.0.1')
    server = await startDesk()
    browser = await openBrowser()
    admin = await openVisitor(browser)
    await acceptInvitation(admin.page, firstLink(server, 'system-administrator'), { name: '林知夏', login: 'admin1' })
  })

  afterAll(async () => {
    group.close()
    await browser?.close()
    await server?.stop()
  })

  test('the light is red while its address is not allowed, and green once it is', async () => {
    const { port } = group.address() as AddressInfo
    const { page } = admin
    await page.goto(`${server.address}/channels`)
    await page.getByText('还没有渠道').waitFor()
    await page.getByRole('button', { name: '新增渠道' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel('名称').fill('绩效办群')
    await drawer.getByLabel('完整地址').fill(`http://127.0.0.1:${port}/cgi-bin/webhook/send?key=geheim`)
    await drawer.getByRole('button', { name: '保存渠道' }).click()
    const row = page.getByRole('row').filter({ hasText: '绩效办群' })
    await row.getByText('未用过').waitFor()
    await row.getByRole('button', { name: '试发' }).click()
    await row.getByText(/不通/).waitFor()
    await row.getByText('不在允许的地址单中').waitFor()
    expect(said).toEqual([])

    await page.getByLabel('主机').fill('127.0.0.1')
    await page.getByLabel('端口').fill(String(port))
    await page.getByRole('combobox', { name: '可指向' }).click()
    await page.getByTitle('仅本机').click()
    await page.getByRole('button', { name: '允许', exact: true }).click()
    await page
      .getByRole('row')
      .filter({ hasText: String(port) })
      .getByText('仅本机')
      .waitFor()
    await row.getByRole('button', { name: '试发' }).click()
    await row.getByText(/不通/).waitFor({ state: 'hidden' })
    await row.getByText(/^✓ 通/).or(row.getByText(/通 \d/)).first().waitFor()
    expect(said.join()).toContain('试发')
  })

  test('axe finds nothing, in every look, wide and narrow', async () => {
    expect(await findFaults(admin.page, '/channels')).toEqual([])
    expect(admin.complaints).toEqual([])
  })
})

function dayIn(days: number): string {
  const day = Temporal.Now.plainDateISO('Asia/Shanghai').add({ days })
  return day.toString()
}
