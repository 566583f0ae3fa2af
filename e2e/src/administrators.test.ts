import type { RunningServer } from '@shiji/server/app/start-server'
import { codeAt } from '@shiji/server/modules/directory/sign-in/totp'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openBrowser } from './chromium.ts'
import { startDesk } from './desk-server.ts'
import { acceptInvitation, firstLink, openVisitor, PASSWORD, type Visitor } from './visitor.ts'

const WHERE = CHROMIUM === undefined ? '(skipped: this machine has no Chromium)' : ''

let server: RunningServer
let browser: Browser
let lin: Visitor
let shen: Visitor
let gu: Visitor
let secret: string

describe.skipIf(CHROMIUM === undefined)(`the three administrators at work, in a browser ${WHERE}`, () => {
  beforeAll(async () => {
    server = await startDesk()
    browser = await openBrowser()
    lin = await openVisitor(browser)
    shen = await openVisitor(browser)
    gu = await openVisitor(browser)
    await acceptInvitation(lin.page, firstLink(server, 'system-administrator'), { name: '林知夏', login: 'admin1' })
    await acceptInvitation(shen.page, firstLink(server, 'security-administrator'), { name: '沈禾', login: 'admin2' })
    await acceptInvitation(gu.page, firstLink(server, 'audit-administrator'), { name: '顾南', login: 'admin3' })
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('an administrator sets up the second step and keeps the recovery codes', async () => {
    const { page } = lin
    await page.goto(`${server.address}/account`)
    await page.getByLabel('先填写密码').fill(PASSWORD)
    await page.getByRole('button', { name: '开始设置' }).click()
    secret = (await page.locator('.second-step-key').innerText()).replace(/\s/g, '')
    await page.getByLabel('验证器显示的 6 位数字').fill('000000')
    await page.getByRole('button', { name: '启用' }).click()
    await page.getByText('动态码不对').waitFor()
    await page.getByLabel('验证器显示的 6 位数字').fill(code(0))
    await page.getByRole('button', { name: '启用' }).click()
    const codes = page.getByRole('list', { name: '恢复码' })
    await codes.waitFor()
    expect(await codes.getByRole('listitem').count()).toBe(10)
    await page.getByRole('button', { name: '已保存好' }).click()
    await page.getByText('还剩 10 个恢复码').waitFor()
  })

  test('signing in asks for the code after the password', async () => {
    const { page } = lin
    await page.context().clearCookies()
    await page.goto(`${server.address}/sign-in`)
    await page.getByLabel('登录名', { exact: true }).fill('admin1')
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByText('还需要动态码').waitFor()
    await page.getByLabel('动态码', { exact: true }).fill(code(1))
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('button', { name: '林知夏 的菜单' }).waitFor()
  })

  test('a school is added, renamed and merged, and its history says so', async () => {
    const { page } = lin
    await page.goto(`${server.address}/units`)
    await addSchool(page, '明德小学')
    await addSchool(page, '崇文小学')
    await openUnit(page, '明德小学')
    await page.getByLabel('新名称').fill('明德实验小学')
    await page.getByLabel('依据').fill('区编办〔2026〕3号')
    await page.getByRole('button', { name: '办理更名' }).click()
    await page.getByRole('cell', { name: '明德实验小学', exact: false }).first().waitFor()

    await openUnit(page, '明德实验小学')
    await page.getByText('并入', { exact: true }).click()
    await page.getByLabel('并入哪个单位').fill('cwxx')
    await page.getByTitle('崇文小学', { exact: true }).click()
    await page.getByLabel('依据').fill('区编办〔2026〕4号')
    await page.getByRole('button', { name: '办理并入' }).click()
    await page.getByRole('row', { name: /明德实验小学.*已合并/ }).waitFor()

    await openUnit(page, '明德实验小学')
    await page.getByText('“明德小学”更名为“明德实验小学”').waitFor()
    await page.getByText('并入“崇文小学”').waitFor()
    expect(await page.getByRole('button', { name: /^办理/ }).count()).toBe(0)
    await page
      .getByRole('button', { name: '关闭' })
      .or(page.getByRole('button', { name: 'Close' }))
      .click()
  })

  test('initials of the pinyin find a person', async () => {
    const { page } = lin
    await page.goto(`${server.address}/people?search=lzx`)
    await page.getByRole('row', { name: /林知夏/ }).waitFor()
    expect(await page.getByRole('row').count()).toBe(2)
  })

  test('a lost link is made again, and a forgotten password is chosen anew', async () => {
    await lin.page.goto(`${server.address}/people`)
    await lin.page.getByRole('button', { name: '邀请人员' }).click()
    await lin.page.getByRole('textbox', { name: '姓名', exact: true }).fill('苏小禾')
    await lin.page.getByRole('combobox', { name: '单位' }).click()
    await lin.page.getByTitle('本区', { exact: true }).click()
    await lin.page.getByRole('button', { name: '生成邀请链接' }).click()
    const lost = await takeLink(lin.page)
    await lin.page.getByRole('button', { name: '给 苏小禾 重发邀请' }).click()
    const link = await takeLink(lin.page)

    const { page } = await openVisitor(browser)
    await page.goto(lost)
    await page.getByText('这个链接已用过、已过期，或有了更新的链接').waitFor()
    await acceptInvitation(page, link, { name: '苏小禾', login: 'suxiaohe' })

    await shen.page.goto(`${server.address}/people?search=suxiaohe`)
    await shen.page.getByRole('button', { name: '给 苏小禾 授权' }).click()
    await shen.page.getByRole('button', { name: '重置密码' }).click()
    await confirm(shen.page)
    await page.goto(await takeLink(shen.page))
    await page.getByLabel('密码', { exact: true }).fill('Chenghu-2027-Wind')
    await page.getByRole('button', { name: '设新密码' }).click()
    await page.getByRole('button', { name: '苏小禾 的菜单' }).waitFor()
    await page.context().close()
  })

  test('the security administrator resets a lost second step and chooses the rules', async () => {
    const { page } = shen
    await page.goto(`${server.address}/people`)
    await page.getByRole('button', { name: '给 林知夏 授权' }).click()
    await page.getByRole('button', { name: '重置动态码' }).click()
    await confirm(page)
    await page.getByText('林知夏 的动态码已重置').waitFor()
    await page.goto(`${server.address}/sign-in-rules`)
    await page.getByRole('radio', { name: /ASVS/ }).check()
    await page.getByRole('button', { name: '保存规则' }).click()
    await page.getByText('登录规则已保存').waitFor()
  })

  test('the audit administrator sees who did it, and nobody else opens the ledger', async () => {
    const { page } = gu
    await page.goto(`${server.address}/ledger?did=directory.second-step-reset`)
    await page.getByRole('row', { name: /沈禾.*重置他人的动态码/ }).waitFor()
    expect(await page.getByRole('row').count()).toBe(2)
    await page.getByLabel('提到').fill('区编办〔2026〕4号')
    await page.getByRole('button', { name: '查询' }).click()
    await page.getByText('没有符合条件的记录').waitFor()
    await page.goto(`${server.address}/ledger`)
    await page.getByLabel('提到').fill('区编办〔2026〕4号')
    await page.getByRole('button', { name: '查询' }).click()
    await page.getByRole('row', { name: /林知夏.*单位并入/ }).waitFor()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出表格' }).click()
    expect((await saved).suggestedFilename()).toBe('操作账本.csv')
    expect(await shen.page.getByRole('link', { name: '操作账本' }).count()).toBe(0)
  })

  test('browsers have had nothing to complain about', () => {
    expect([lin.complaints, shen.complaints, gu.complaints]).toEqual([[], [], []])
  })
})

/** What the app on the phone shows, this many steps from now; the server takes the next one as well. */
function code(later: number): string {
  return codeAt(secret, Math.floor(Date.now() / 30_000) + later)
}

async function confirm(page: Page): Promise<void> {
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: /确\s?定/ })
    .click()
}

/** The link is shown once. */
async function takeLink(page: Page): Promise<string> {
  const field = page.locator('#one-time-link')
  const link = await field.inputValue()
  await page.getByRole('button', { name: /^完\s?成$/ }).click()
  await field.waitFor({ state: 'detached' })
  return link
}

async function openUnit(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `${name} 的变更与沿革` }).click()
}

async function addSchool(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '新增单位' }).click()
  await page.getByLabel('名称', { exact: true }).fill(name)
  await page.getByLabel('类别', { exact: true }).click()
  await page.getByTitle('学校', { exact: true }).click()
  await page.getByLabel('上级单位', { exact: true }).click()
  await page.getByTitle('本区', { exact: true }).click()
  await page.getByRole('button', { name: '新增', exact: true }).click()
  await page.getByRole('cell', { name }).first().waitFor()
}
