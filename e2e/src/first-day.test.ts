import type { RunningServer } from '@shiji/server/app/start-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openBrowser } from './chromium.ts'
import { startDesk } from './desk-server.ts'
import { findFaults } from './find-faults.ts'
import { acceptInvitation, firstLink, openVisitor, PASSWORD, type Visitor } from './visitor.ts'
import { kilobytes, weighScreen } from './weigh-screen.ts'

const WHERE = CHROMIUM === undefined ? '(skipped: this machine has no Chromium)' : ''

let server: RunningServer
let browser: Browser
let lin: Visitor
let shen: Visitor
let zhou: Visitor

describe.skipIf(CHROMIUM === undefined)(`the first day of a district, in a browser ${WHERE}`, () => {
  beforeAll(async () => {
    server = await startDesk()
    browser = await openBrowser()
    lin = await openVisitor(browser)
    shen = await openVisitor(browser)
    zhou = await openVisitor(browser)
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('a page asked for before signing in leads to the sign-in page', async () => {
    await lin.page.goto(`${server.address}/people?search=x`)
    await lin.page.getByRole('heading', { name: '登录' }).waitFor()
    expect(await lin.page.title()).toBe('登录 · 实绩')
    expect(new URL(lin.page.url()).searchParams.get('next')).toBe('/people?search=x')
  })

  test('the first screen weighs at most 330 KB', async () => {
    const screen = await weighScreen(zhou.page, `${server.address}/sign-in`)
    expect(screen.size).toBeGreaterThan(3)
    expect(kilobytes(screen.values())).toBeLessThan(330)
  })

  test('the administrators come in by their links, and a weak password is refused in words', async () => {
    const { page } = lin
    await page.goto(firstLink(server, 'system-administrator'))
    await page.getByLabel('姓名', { exact: true }).fill('林知夏')
    await page.getByLabel('登录名', { exact: true }).fill('linzx')
    await page.getByLabel('密码', { exact: true }).fill('lake')
    await page.getByRole('button', { name: '开始使用' }).click()
    await page.getByText(/太短/).first().waitFor()

    await acceptInvitation(page, firstLink(server, 'system-administrator'), { name: '林知夏', login: 'linzx' })
    await acceptInvitation(shen.page, firstLink(server, 'security-administrator'), { name: '沈禾', login: 'shenhe' })
    await page.getByRole('link', { name: '人员' }).click()
    await shen.page.getByRole('link', { name: '人员' }).click()
    await shen.page.getByRole('heading', { name: '人员' }).waitFor()
    await page.getByRole('button', { name: '邀请人员' }).waitFor()
    expect(await shen.page.getByRole('button', { name: '邀请人员' }).count()).toBe(0)
  })

  test('a unit is added and a person invited into it by a one-time link', async () => {
    const { page } = lin
    await page.getByRole('link', { name: '单位' }).click()
    await page.getByRole('button', { name: '新增单位' }).click()
    await page.getByLabel('名称', { exact: true }).fill('教育信息中心')
    await page.getByLabel('类别', { exact: true }).click()
    await page.getByTitle('中心', { exact: true }).click()
    await page.getByLabel('上级单位', { exact: true }).click()
    await page.getByTitle('本区', { exact: true }).click()
    await page.getByRole('button', { name: '新增', exact: true }).click()
    await page.getByRole('cell', { name: '教育信息中心', exact: true }).waitFor()

    await page.getByRole('link', { name: '人员' }).click()
    await page.getByRole('button', { name: '邀请人员' }).click()
    await page.getByLabel('姓名', { exact: true }).fill('周以宁')
    await page.getByLabel('单位', { exact: true }).click()
    await page.getByTitle('教育信息中心', { exact: true }).click()
    await page.getByRole('button', { name: '生成邀请链接' }).click()
    const link = await page.getByLabel('周以宁 的链接').inputValue()
    await page.getByRole('button', { name: '完成' }).click()

    await acceptInvitation(zhou.page, link, { name: '周以宁', login: 'zhouyn' })
    await zhou.page.getByRole('heading', { name: '工作台' }).waitFor()
    expect(await zhou.page.getByRole('link', { name: '人员' }).count()).toBe(0)
  })

  test('the security administrator grants roles, keeping the three administrators apart', async () => {
    const { page } = shen
    await page.reload()
    await page.getByRole('button', { name: '给 周以宁 授权' }).click()
    await page.getByRole('checkbox', { name: '项目负责人' }).check()
    expect(await page.getByRole('checkbox', { name: '审计管理员' }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: '保存授权' }).click()
    await page.getByRole('row', { name: /周以宁.*项目负责人/ }).waitFor()
    expect(await page.getByRole('button', { name: '给 沈禾 授权' }).count()).toBe(0)
  })

  test('the list is found again by its address', async () => {
    const { page } = lin
    await page.getByRole('searchbox').fill('周')
    await page.keyboard.press('Enter')
    await page.waitForURL(/search=/)
    await page.reload()
    await page.getByRole('row', { name: /周以宁/ }).waitFor()
    expect(await page.getByRole('row').count()).toBe(2)
  })

  test('a session that ended over a page is renewed there, and nothing typed is lost', async () => {
    const { page } = lin
    await page.getByRole('button', { name: '邀请人员' }).click()
    await page.getByLabel('姓名', { exact: true }).fill('苏未')
    await page.getByLabel('单位', { exact: true }).click()
    await page.getByTitle('教育信息中心', { exact: true }).click()
    await page.context().clearCookies()
    await page.getByRole('button', { name: '生成邀请链接' }).click()

    const layer = page.getByRole('dialog', { name: '登录已过期，请重新登录' })
    await layer.getByLabel('登录名', { exact: true }).fill('linzx')
    await layer.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await layer.getByRole('button', { name: '登录' }).click()
    await page.getByLabel('苏未 的链接').waitFor()
    await page.getByRole('button', { name: '完成' }).click()
  })

  test('a person who never touches the mouse signs in and ends another session', async () => {
    const { page } = zhou
    const other = await openVisitor(browser)
    await other.page.goto(`${server.address}/sign-in`)
    await other.page.getByLabel('登录名', { exact: true }).waitFor()
    await other.page.keyboard.type('zhouyn')
    await other.page.keyboard.press('Tab')
    await other.page.keyboard.type(PASSWORD)
    await other.page.keyboard.press('Enter')
    await other.page.getByRole('button', { name: '周以宁 的菜单' }).waitFor()

    await page.goto(`${server.address}/account`)
    const end = page.getByRole('button', { name: /^退出 .* 上的登录$/ })
    await end.focus()
    await page.keyboard.press('Enter')
    await end.waitFor({ state: 'detached' })
    await other.page.reload()
    await other.page.getByRole('heading', { name: '登录' }).waitFor()
    expect(other.complaints).toEqual([])
  })

  test('a page that is not there is fit for everybody, and browsers have nothing to complain about', async () => {
    expect(await findFaults(shen.page, '/nowhere')).toEqual([])
    expect([lin.complaints, shen.complaints, zhou.complaints]).toEqual([[], [], []])
  })
})
