import { EDUCATION_BUREAU, EDUCATION_CENTRE } from '@shiji/demo/offices'
import { whoIs } from '@shiji/demo/people'
import type { RunningServer } from '@shiji/server/app/start-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openBrowser } from './chromium.ts'
import { startDemoDesk } from './demo-desk.ts'
import { openDemoVisitor } from './demo-visitor.ts'
import { findFaults } from './find-faults.ts'
import type { Visitor } from './visitor.ts'

const WHERE = CHROMIUM === undefined ? '(skipped: this machine has no Chromium)' : ''
const PROJECT = '澄湖区教育业务系统数据库技术保障服务'
const CONTACT = whoIs(EDUCATION_CENTRE, 'project-contact')
const LEADER = whoIs(EDUCATION_BUREAU, 'project-leader')
const FINANCE = whoIs(null, 'finance-reviewer')

let server: RunningServer
let browser: Browser
let contact: Visitor
let leader: Visitor
let finance: Visitor
let approval: string

describe.skipIf(CHROMIUM === undefined)(`three people at three browsers approve a declaration ${WHERE}`, () => {
  beforeAll(async () => {
    server = await startDemoDesk()
    browser = await openBrowser()
    contact = await openDemoVisitor(browser, server, CONTACT)
    leader = await openDemoVisitor(browser, server, LEADER)
    finance = await openDemoVisitor(browser, server, FINANCE)
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('the contact sends it, and sees who is asked first and who next', async () => {
    const { page } = contact
    await page.getByRole('link', { name: PROJECT }).click()
    await page.getByRole('button', { name: '送审' }).click()
    await page.getByText('已送审').first().waitFor()
    const way = page.getByRole('list').filter({ hasText: '主管部门' })
    await way.getByText(LEADER.name).waitFor()
    await way.getByText(FINANCE.name).waitFor()
    await page.getByText('看流程图').click()
    await page.locator('.case-drawing text').filter({ hasText: '主管部门' }).waitFor()
    approval = new URL(page.url()).pathname
  })

  test('the leader finds it among the tasks and returns it with a reason, by keyboard', async () => {
    const { page } = leader
    await openTask(page)
    await page.getByLabel('意见').fill('成本指标请细化')
    await page.getByRole('button', { name: '退回', disabled: false }).press('Enter')
    await page.getByLabel('退回到').waitFor()
    await page.getByRole('button', { name: '退回', disabled: false }).press('Enter')
    await page.getByText('已退回').waitFor()
    await page.getByText('成本指标请细化').waitFor()
  })

  test('the contact reads why, corrects a cell, and submits again', async () => {
    const { page } = contact
    await openTask(page)
    await page.getByText('成本指标请细化').waitFor()
    await page.getByRole('link', { name: '填报' }).click()
    const phone = page.getByLabel('联系电话')
    await phone.fill('021-5550-0199')
    await phone.press('Enter')
    await page.getByText(/已保存 .* 第 3 版/).waitFor()
    await page.getByRole('button', { name: '改好，重新提交' }).click()
    await page.getByRole('button', { name: '重新提交', exact: true }).click()
    await page.getByText('已送审').first().waitFor()
  })

  test('leader and finance agree, the version is approved and frozen', async () => {
    for (const { page } of [leader, finance]) {
      await openTask(page)
      await page.getByRole('button', { name: '同意', exact: true }).click()
      await page.getByText('没有等您办的事').or(page.getByText('在“')).first().waitFor()
    }
    await finance.page.getByText('已批复').waitFor()
    await contact.page.goto(`${server.address}${approval}`)
    await contact.page.getByText('已批复').waitFor()
    await contact.page.getByText('全部通过，事项结束。').waitFor()
  })

  test('the pages of the review are fit for everybody', async () => {
    for (const path of [approval, '/tasks?box=started']) expect(await findFaults(contact.page, path)).toEqual([])
    expect([contact, leader, finance].flatMap(({ complaints }) => complaints)).toEqual([])
  })
})

async function openTask(page: Page): Promise<void> {
  await page.goto(`${server.address}/tasks`)
  await page.getByRole('link', { name: PROJECT }).first().click()
  await page.getByLabel('意见').waitFor()
}
