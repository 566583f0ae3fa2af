import { EDUCATION_BUREAU, SCHOOLS } from '@shiji/demo/offices'
import { type DemoPerson, whoIs } from '@shiji/demo/people'
import type { RunningServer } from '@shiji/server/app/start-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openBrowser } from './chromium.ts'
import { startDemoDesk } from './demo-desk.ts'
import { openDemoVisitor } from './demo-visitor.ts'
import { findFaults } from './find-faults.ts'
import { keyboardHand } from './keyboard-hand.ts'
import type { Visitor } from './visitor.ts'

const WHERE = CHROMIUM === undefined ? '(skipped: this machine has no Chromium)' : ''
const CONTACT = whoIs(SCHOOLS[0]?.name ?? null, 'project-contact')
const LEADER = whoIs(EDUCATION_BUREAU, 'project-leader')
const REVIEWER = whoIs(null, 'finance-reviewer')
/** Sooner than any screen asks by itself: what follows within it was told by the server. */
const AT_ONCE_MS = 15_000

let server: RunningServer
let browser: Browser

const tasksOf = (page: Page) => page.locator('.waiting-count').first()

describe.skipIf(CHROMIUM === undefined)(`a declaration goes over the review desks by keyboard ${WHERE}`, () => {
  const visitors = new Map<DemoPerson, Visitor>()
  const pageOf = (person: DemoPerson) => visitors.get(person)?.page as Page

  beforeAll(async () => {
    server = await startDemoDesk()
    browser = await openBrowser()
    for (const person of [CONTACT, LEADER, REVIEWER]) {
      visitors.set(person, await openDemoVisitor(browser, server, person))
    }
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('the bureau agrees with A and Enter, and the badge of the finance desk moves in another browser', async () => {
    await pageOf(REVIEWER).goto(`${server.address}/home`)
    expect(await tasksOf(pageOf(REVIEWER)).innerText()).toBe('待办')
    const page = pageOf(LEADER)
    await page.goto(`${server.address}/reviews`)
    await page.getByRole('button', { name: '同意', exact: true }).waitFor()
    expect(await tasksOf(page).innerText()).toContain('1')
    expect(await findFaults(page, '/reviews')).toEqual([])
    await page.goto(`${server.address}/reviews`)
    await page.getByRole('button', { name: '同意', exact: true }).and(page.locator(':enabled')).waitFor()
    await page.keyboard.press('a')
    await page.getByRole('button', { name: '确认同意' }).and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('没有等您审的申报').waitFor()
    await tasksOf(pageOf(REVIEWER)).getByText('1', { exact: true }).waitFor({ timeout: AT_ONCE_MS })
    await pageOf(REVIEWER).getByLabel('信箱').getByRole('link', { name: '待办 1' }).waitFor({ timeout: AT_ONCE_MS })
  })

  test('the finance desk pins a comment to a cell and returns it; letters that are written decide nothing', async () => {
    const page = pageOf(REVIEWER)
    await pageOf(CONTACT).goto(`${server.address}/home`)
    await page.goto(`${server.address}/reviews`)
    await page.getByRole('button', { name: /^选中：第 1 行.*指标值/ }).focus()
    await page.keyboard.press('c')
    await page
      .getByLabel(/^批注：第 1 行/)
      .and(page.locator(':focus'))
      .waitFor()
    await page.keyboard.type('narc 总数请写明')
    await page.keyboard.press('Control+Enter')
    await page.locator('.review-comment').getByText('narc 总数请写明').waitFor()
    expect(await page.getByRole('button', { name: '确认同意' }).count()).toBe(0)
    await page.locator('h1').click()
    await page.keyboard.press('r')
    await page.getByLabel('退回理由（要写明）').and(page.locator(':focus')).waitFor()
    await page.keyboard.type('见批注')
    await page.keyboard.press('Control+Enter')
    await page.getByText('没有等您审的申报').waitFor()
    await tasksOf(pageOf(CONTACT)).getByText('1', { exact: true }).waitFor({ timeout: AT_ONCE_MS })
  })

  test('the school finds the comment beside the way back to its cell, and its draft in the sixth box', async () => {
    const page = pageOf(CONTACT)
    await page.goto(`${server.address}/tasks`)
    await page.locator('.data-table .cell-name').first().click()
    await page.getByText('narc 总数请写明').waitFor()
    await page.getByRole('button', { name: '已处理' }).click()
    await page.getByText('标为已处理').waitFor()
    await page.getByRole('link', { name: /^第 1 行.*指标值/ }).click()
    await page.waitForURL(/at=indicators/)
    await page.goto(`${server.address}/tasks?box=drafts`)
    await page.getByRole('link', { name: '草稿' }).and(page.locator('[aria-current]')).waitFor()
    expect(await findFaults(page, '/tasks?box=drafts')).toEqual([])
    expect([...visitors.values()].flatMap(({ complaints }) => complaints)).toEqual([])
  })

  test('an administrator adds a step in plain words, is led to what is missing, and drops the draft', async () => {
    const { page } = await openDemoVisitor(browser, server, whoIs(null, 'system-administrator'))
    await page.goto(`${server.address}/flows`)
    await page.getByRole('table', { name: '审批流程' }).getByRole('link').first().click()
    await page.getByRole('button', { name: '在后面加一个审批环节' }).first().click()
    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.getByRole('link', { name: /“新环节”没有指定任何人/ }).click()
    await page.locator('li:target').getByText('审批 · 新环节').waitFor()
    expect(await page.getByRole('button', { name: '发布', exact: true }).isDisabled()).toBe(true)
    const drawing = page.getByRole('region', { name: '画出来改' })
    await drawing.getByText(/✕ .*没有指定任何人/).waitFor()
    const hand = keyboardHand(page)
    await hand.press(drawing.getByRole('group', { name: /^审批 · 新环节/ }))
    await hand.press(drawing.getByRole('button', { name: '后面加一个环节' }))
    await page.getByText('审批 · 新环节').nth(1).waitFor()
    await drawing
      .getByRole('group', { name: /^审批 · 新环节/ })
      .last()
      .focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Delete')
    await page.getByText('审批 · 新环节').nth(1).waitFor({ state: 'detached' })
    const { pathname } = new URL(page.url())
    for (const path of ['/flows', pathname]) expect(await findFaults(page, path)).toEqual([])
    await page.goto(`${server.address}${pathname}`)
    await page.getByRole('heading', { name: /^与现行版本（.*）相比/ }).waitFor()
    await page.getByText('多了环节“新环节”').waitFor()
    await page.getByRole('button', { name: '放弃草稿' }).click()
    await page.getByRole('button', { name: /^确\s?定$/ }).click()
    await page.getByText('可以发布').waitFor()
  })
})
