import type { RunningServer } from '@shiji/server/app/start-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openBrowser } from './chromium.ts'
import { startDesk } from './desk-server.ts'
import { findFaultsHere } from './find-faults.ts'
import { acceptInvitation, firstLink, openVisitor, type Visitor } from './visitor.ts'

const WHERE = CHROMIUM === undefined ? '(skipped: this machine has no Chromium)' : ''

let server: RunningServer
let browser: Browser
let lin: Visitor

describe.skipIf(CHROMIUM === undefined)(`the desk while the server cannot be reached, in a browser ${WHERE}`, () => {
  beforeAll(async () => {
    server = await startDesk()
    browser = await openBrowser()
    lin = await openVisitor(browser)
    await acceptInvitation(lin.page, firstLink(server, 'system-administrator'), { name: '林知夏', login: 'linzx' })
    await lin.page.goto(`${server.address}/people`)
    await lin.page.getByRole('row', { name: /林知夏/ }).waitFor()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('what was read stays, under a band that says from when it is', async () => {
    const { page } = lin
    await page.context().setOffline(true)
    await band(page).waitFor()
    expect(await band(page).innerText()).toMatch(/连不上服务器，显示的是 \d\d:\d\d 的内容/)
    expect(await page.getByRole('row', { name: /林知夏/ }).isVisible()).toBe(true)
    expect(await findFaultsHere(page, 'the band')).toEqual([])
  })

  test('a page that was not opened before says so, and the desk around it stays', async () => {
    const { page } = lin
    await page.getByRole('link', { name: '单位', exact: true }).click()
    await page.getByText('连不上服务器，这个页面还没有读到').waitFor()
    await page.getByRole('link', { name: '消息渠道', exact: true }).click()
    await expect.poll(() => missingStyles(page)).toBeGreaterThan(0)
    await page.getByText('连不上服务器，这个页面还没有读到').waitFor()
    await page.getByRole('link', { name: '人员', exact: true }).click()
    await page.getByRole('row', { name: /林知夏/ }).waitFor()
  })

  test('a part of the frame that does not arrive takes nothing away', async () => {
    const { page } = lin
    const missed = page.waitForEvent('requestfailed', (request) => request.url().includes('me-choices'))
    await page.getByRole('button', { name: '林知夏 的菜单' }).click()
    await missed
    expect(await page.getByRole('row', { name: /林知夏/ }).isVisible()).toBe(true)
  })

  test('a search that was never answered is refused at once with a way to try again', async () => {
    const { page } = lin
    await page.getByRole('searchbox').fill('沈')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '重试', exact: true }).waitFor()
    await page.getByText('连不上服务器。已输入的内容仍在本页').waitFor()
  })

  test('once the server is back the band goes by itself and every page opens', async () => {
    const { page } = lin
    await page.context().setOffline(false)
    await band(page).waitFor({ state: 'detached' })
    await page.getByRole('link', { name: '单位', exact: true }).click()
    await page.getByRole('button', { name: '新增单位' }).waitFor()
    await page.getByRole('link', { name: '消息渠道', exact: true }).click()
    await page.getByRole('heading', { name: '消息渠道' }).waitFor()
    await expect.poll(() => missingStyles(page), { timeout: 60_000 }).toBe(0)
    await page.getByRole('button', { name: '林知夏 的菜单' }).click()
    await page.getByRole('menuitem', { name: '退出登录' }).waitFor()
    // The router logs the part that did not arrive; nothing else may be wrong.
    expect(lin.complaints.filter((one) => !one.includes('A part of the page did not arrive'))).toEqual([])
  })
})

function band(page: Page) {
  return page.getByText('连不上服务器，显示的是')
}

/** Style sheets the page names and does not have: the rules of such a one cannot be read. */
function missingStyles(page: Page): Promise<number> {
  return page.evaluate(() => {
    const isMissing = ({ sheet }: HTMLLinkElement) => {
      try {
        return sheet === null || sheet.cssRules.length === 0
      } catch {
        return true
      }
    }
    return [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].filter(isMissing).length
  })
}
