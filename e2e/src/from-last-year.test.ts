import { EDUCATION_CENTRE } from '@shiji/demo/offices'
import { whoIs } from '@shiji/demo/people'
import { decimal } from '@shiji/kernel/decimal'
import type { FormContent } from '@shiji/kernel/form/form-content'
import { loadExamples } from '@shiji/packs/load-packs'
import type { RunningServer } from '@shiji/server/app/start-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openBrowser } from './chromium.ts'
import { type CountedHand, countedHand } from './counted-hand.ts'
import { startDemoDesk } from './demo-desk.ts'
import { openDemoVisitor } from './demo-visitor.ts'
import type { Visitor } from './visitor.ts'

const WHERE = CHROMIUM === undefined ? '(skipped: this machine has no Chromium)' : ''
/** screens.md §3.7: a declaration from last year takes at most so many actions. */
const MOST_ACTIONS = 60

const example = (template: string): FormContent => {
  const content = loadExamples().find((form) => form.template === template)
  if (content === undefined) throw new Error(`no example of ${template}`)
  return content
}
const LAST = example('CN-SH-MUNICIPAL-DECLARATION')
const ACTUALS: Readonly<Record<string, string>> = {
  管理人员满意度: '93.5%',
  运维事件响应时间: '8分钟',
  日常运维故障修复率: '100%',
}
const EVALUATION: FormContent = {
  ...example('CN-SH-MUNICIPAL-SELF-EVALUATION'),
  project: LAST.project,
  year: LAST.year,
  money: { ...example('CN-SH-MUNICIPAL-SELF-EVALUATION').money, executed: decimal('3195600.00') },
  indicators: LAST.indicators.map((row) => ({ ...row, actual: ACTUALS[row.level3] ?? null })),
}

let server: RunningServer
let browser: Browser
let contact: Visitor
let page: Page
let hand: CountedHand
const been = { form: '' }

describe.skipIf(CHROMIUM === undefined)(`a declaration from last year, in a browser ${WHERE}`, () => {
  beforeAll(async () => {
    server = await startDemoDesk()
    browser = await openBrowser()
    contact = await openDemoVisitor(browser, server, whoIs(EDUCATION_CENTRE, 'project-contact'))
    page = contact.page
    hand = countedHand()
    for (const content of [LAST, EVALUATION]) {
      const reply = await page.request.post(`${server.address}/api/forms`, { data: { content, documentId: null } })
      expect(reply.status()).toBe(200)
    }
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('last year’s declaration is found without typing', async () => {
    await hand.click(page.getByRole('link', { name: '目标申报' }))
    await hand.click(page.getByRole('link', { name: '沿用去年' }))
    await hand.click(page.getByRole('link', { name: `把“${LAST.project}”沿用为 2021 年` }))
    await page.getByRole('heading', { name: '沿用为 2021 年' }).waitFor()
  })

  test('what the system knew is filled in, what was missed is shown, texts are proposed', async () => {
    await page.getByText('3,195,600.00').waitFor()
    await page.getByRole('row', { name: /管理人员满意度.*93\.5%.*未达到/ }).waitFor()
    expect(await page.getByLabel('计划开始日期').inputValue()).toBe('2021-01-01')
    expect(await page.getByRole('checkbox', { name: '项目概况' }).isChecked()).toBe(true)
    await page.locator('mark').getByText('三', { exact: true }).waitFor()
  })

  test('only open points are answered and the draft is made', async () => {
    await hand.type(page.getByLabel('项目总预算'), '3350000')
    await hand.type(page.getByLabel('项目当年预算'), '3350000')
    await hand.click(page.getByRole('button', { name: '建立 2021 年草稿' }))
    await page.getByRole('link', { name: '绩效目标' }).waitFor()
    been.form = new URL(page.url()).pathname
  })

  test('a row comes from the library into its branch', async () => {
    await hand.click(page.getByRole('button', { name: '指标库' }))
    await hand.type(page.getByLabel('名称、同义词或拼音首字母'), 'jjgz')
    await hand.click(page.getByRole('button', { name: '填入“紧急故障及时处理率”' }))
    await page.locator('td').getByText('紧急故障及时处理率').waitFor()
    await page.getByText('✓ 已保存').waitFor()
  })

  test('where the new money no longer adds up, the check leads there', async () => {
    await hand.click(page.getByRole('link', { name: '项目构成' }))
    const amount = page.locator('td[data-where="parts[0].amount"]')
    await hand.click(amount)
    hand.count('1924600')
    await page.keyboard.type('1924600')
    await page.keyboard.press('Enter')
    await amount.getByText('1,924,600.00').waitFor()
    await page.getByText('✓ 已保存').waitFor()
    await hand.click(page.getByRole('button', { name: '送审' }))
    await page.getByText('已送审').first().waitFor()
  })

  test('the draft was handed in after few actions, and nothing was typed that the system knew', async () => {
    const id = been.form.split('/').at(-1)
    const form = await (await page.request.get(`${server.address}/api/forms/${id}`)).json()
    const errors = form.findings.filter(({ severity }: { severity: string }) => severity === 'error')
    process.stderr.write(`from last year: ${hand.actions()} actions, ${hand.typed().length} of them typing\n`)
    expect(errors).toEqual([])
    expect(hand.actions()).toBeLessThanOrEqual(MOST_ACTIONS)
    const known = JSON.stringify([LAST, EVALUATION])
    expect(hand.typed().filter((text) => known.includes(text))).toEqual([])
    expect(form.content).toMatchObject({ year: 2021, money: { lastYearExecuted: EVALUATION.money.executed } })
    const targets = LAST.indicators.map(({ level3, target }) => [level3, target])
    const now = form.content.indicators.map((row: { level3: string; target: string }) => [row.level3, row.target])
    expect(now).toEqual(expect.arrayContaining(targets))
  })

  test('finance adds an indicator to the library; the same promise in another spelling is refused', async () => {
    const finance = await openDemoVisitor(browser, server, whoIs(null, 'finance-reviewer'))
    const desk = finance.page
    await desk.goto(`${server.address}/library`)
    for (const [name, answer] of [
      ['网络安全培训人次', '“网络安全培训人次”已进入指标库'],
      ['业务部门满意程度', '指标库里已有这项承诺，名称是“业务科室满意度”'],
    ] as const) {
      await desk.getByRole('button', { name: '新增指标' }).click()
      await desk.getByLabel('指标名称').fill(name)
      await desk.getByLabel('服务类别').last().click()
      await desk.keyboard.type('培训')
      await desk.keyboard.press('Enter')
      await desk.getByLabel('常用目标').fill('≥200人次')
      await desk.getByLabel('怎样计量').fill('签到表上的人次')
      await desk.getByRole('button', { name: '新增', exact: true }).click()
      await desk.getByText(answer).waitFor()
    }
    await desk
      .getByRole('button', { name: 'Close' })
      .or(desk.getByRole('button', { name: '关闭' }))
      .first()
      .click()
    await desk.getByRole('searchbox').or(desk.getByLabel('名称、同义词或拼音首字母')).first().fill('wlaqpx')
    await desk.getByRole('row', { name: /网络安全培训人次.*本区新增/ }).waitFor()
    expect(finance.complaints).toEqual([])
  })

  test('the browser has had nothing to complain about', () => {
    expect(contact.complaints).toEqual([])
  })
})
