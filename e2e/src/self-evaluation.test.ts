import { OFFICE_SERVICES } from '@shiji/demo/offices'
import { PEOPLE, whoIs } from '@shiji/demo/people'
import type { RunningServer } from '@shiji/server/app/start-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openBrowser } from './chromium.ts'
import { startDemoDesk } from './demo-desk.ts'
import { openDemoVisitor } from './demo-visitor.ts'
import { findFaults } from './find-faults.ts'
import type { Visitor } from './visitor.ts'

const WHERE = CHROMIUM === undefined ? '(skipped: this machine has no Chromium)' : ''
const PROJECT = '湖畔集中办公点信息系统（运维）'
const YEAR = 2025

/** What no record says of the year; every other row is computed, or promised in words. */
const TYPED: Readonly<Record<string, string>> = {
  网络边界事故数: '0次',
  安全系统核心层设备事故数: '0次',
  管理人员满意度: '97%',
  '服务质量、事件处理不当造成投诉': '0次',
}

let server: RunningServer
let browser: Browser
let contact: Visitor
let finance: Visitor
let project: { readonly id: string; readonly declarationId: string }
/** The pages of the self-evaluation begin with it. */
let own: string

describe.skipIf(CHROMIUM === undefined)(`a year of promises is settled by two people ${WHERE}`, () => {
  beforeAll(async () => {
    server = await startDemoDesk()
    browser = await openBrowser()
    contact = await openDemoVisitor(browser, server, whoIs(OFFICE_SERVICES, 'project-contact'))
    finance = await openDemoVisitor(browser, server, whoIs(null, 'finance-reviewer'))
    project = await findProject(contact.page)
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('43 rows are filled in by 25 actions or fewer: most from records, few by hand', async () => {
    const { page } = contact
    const hand = countHand()
    await page.goto(`${server.address}/projects/forms/${project.declarationId}/self-evaluation`)
    await hand(page.getByRole('button', { name: '开始自评' }).click())
    await hand(page.getByRole('button', { name: /剩余分值均分给 \d+ 行/ }).click())
    await page.getByRole('button', { name: /剩余分值均分/ }).waitFor({ state: 'detached' })
    await hand(page.getByRole('button', { name: /行文字目标照目标填写/ }).click())
    await page.getByRole('button', { name: /行文字目标/ }).waitFor({ state: 'detached' })
    for (const [indicator, actual] of Object.entries(TYPED)) {
      await hand(page.getByLabel(`实际完成：${indicator}`, { exact: true }).fill(actual))
      await Promise.all([page.waitForResponse(/self-evaluations/), page.keyboard.press('Tab')])
    }
    // One month above its limit: the records say so, and a promise in words is left to a person.
    await hand(page.getByLabel('得分：能源消耗合理性', { exact: true }).fill('2'))
    await Promise.all([page.waitForResponse(/self-evaluations/), page.keyboard.press('Tab')])
    await hand(page.getByRole('button', { name: /采用 \d+ 条建议的原因/ }).click())
    await page.getByText('✓ 没有要处理的，可以提交').waitFor()
    expect(await page.getByRole('row').count()).toBe(1 + 43)
    expect(hand.count()).toBeLessThanOrEqual(25)
    own = new URL(page.url()).pathname.replace(/\/self-evaluation$/, '')
  })

  test('a figure says what it was made of, and its records are one click away', async () => {
    const { page } = contact
    const row = page.getByRole('row', { name: /运维事件响应时间/ })
    await row.getByText(/记录 6\.50分钟/).waitFor()
    const records = row.getByRole('link', { name: /\d+ 条/ })
    const count = await records.textContent()
    await records.click()
    await page
      .getByText(count ?? '')
      .first()
      .waitFor()
    await page.goBack()
    await page.getByText('自评总分').waitFor()
  })

  test('the draft is fit for everybody', async () => {
    expect(await findFaults(contact.page, `${own}/self-evaluation`)).toEqual([])
  })

  test('another figure than the records’ needs a reason and a file, and stands under a name', async () => {
    const { page } = contact
    await page.goto(`${server.address}${own}/self-evaluation`)
    const row = page.getByRole('row', { name: /网络边界事故数/ })
    await row.getByText('未证明').waitFor()
    await row.getByRole('button', { name: '附依据：网络边界事故数' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('理由').fill('登记簿逐月核对，全年没有发生')
    expect(await form.getByRole('button', { name: '保存' }).isDisabled()).toBe(true)
    await form.getByLabel('添加文件 依据文件').setInputFiles(pdf('登记簿.pdf'))
    await form.getByRole('button', { name: '保存' }).click()
    await row.getByText('材料证明').waitFor()
    await row.getByText(/附依据：登记簿逐月核对/).waitFor()
  })

  test('it is handed in, and its official form leaves within five seconds', async () => {
    const { page } = contact
    await page.getByRole('button', { name: '自评送审' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '自评送审' }).click()
    await page.getByText(/\d{2}:\d{2} 送审，等各席审核$/).waitFor()
    expect(await page.getByLabel(/^实际完成：/).count()).toBe(0)
    const answer = await page.request.get(`${server.address}/api/forms/${own.split('/').at(-1)}/print/docx`, {
      timeout: 60_000,
    })
    expect(answer.status()).toBe(200)
  })

  test('every desk of the place agrees, each in a browser of their own', async () => {
    const id = own.split('/').at(-1) ?? ''
    for (let asked = await findAsked(contact.page, id); asked !== null; asked = await findAsked(contact.page, id)) {
      const desk = await openDemoVisitor(browser, server, asked)
      await desk.page.goto(`${server.address}/tasks`)
      await desk.page.getByRole('link', { name: `${PROJECT}（自评）` }).click()
      await desk.page.getByRole('complementary', { name: '自评审核' }).getByLabel('意见').fill('与记录相符')
      // One person may sit at two desks: what was said at the first stands there already at the second.
      const acted = desk.page.waitForResponse((answer) => answer.url().endsWith('/acts'))
      await desk.page.getByRole('button', { name: '同意', exact: true }).click()
      expect((await acted).status()).toBe(200)
      await desk.page.context().close()
    }
    await contact.page.reload()
    await contact.page.getByText(/送审，审核通过$/).waitFor()
  })

  test('finance draws a sample by a seed, scores a row again, and asks for a correction', async () => {
    const { page } = finance
    await page.goto(`${server.address}/re-evaluation?year=${YEAR}`)
    await page.getByLabel('抽样种子').fill('2025-复核')
    await page.getByRole('button', { name: '抽样', exact: true }).click()
    await page.getByRole('heading', { name: '种子 2025-复核' }).waitFor()
    await page.getByRole('link', { name: PROJECT }).click()
    await page.getByLabel('复核得分：财务管理制度健全性').fill('1')
    await page.getByLabel('理由：财务管理制度健全性').fill('制度三年没有更新')
    await page.getByLabel('复核意见').fill('基本属实，一项扣分')
    await page.getByRole('button', { name: '提交复核' }).click()
    await page.getByRole('heading', { name: '复核报告' }).waitFor()
    await page.getByRole('row', { name: /财务管理制度健全性.*-1\.10.*制度三年没有更新/ }).waitFor()
    await page.getByLabel('要求整改什么').fill('更新财务管理制度')
    await page.getByRole('button', { name: '发整改通知' }).click()
    await page
      .getByText(/前答复/)
      .first()
      .waitFor()
    await page.goto(`${server.address}/results?year=${YEAR}`)
    await page.getByRole('row', { name: new RegExp(`${PROJECT}.*整改后再安排.*整改未答复 1`) }).waitFor()
  })

  test('the project shows its years, and a payment list comes back with its faults', async () => {
    const { page } = contact
    await page.goto(`${server.address}/projects/${project.id}`)
    await page.getByRole('link', { name: new RegExp(`^${YEAR} 年资金`) }).click()
    await page.getByText('4,768,009').first().waitFor()
    const list = `支付日期,金额,摘要\n${YEAR}-12-24,100.5,补付\n年底,3,尾款`
    const file = { name: '支付.csv', mimeType: 'text/csv', buffer: Buffer.from(list) }
    await page.getByLabel('选择清单').setInputFiles(file)
    await page.getByText('读出 1 笔，1 行读不出来').waitFor()
    await page.getByRole('button', { name: '导入', exact: true }).click()
    await page.getByText('导入 1 笔，已有 0 笔，没有导入 1 行').waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载待更正的行' }).click()
    expect((await download).suggestedFilename()).toBe('支付清单-待更正.xlsx')
    await page.getByText('5 笔支付').waitFor()
  })

  test.each<[string, () => Visitor, () => string]>([
    ['project', () => contact, () => `/projects/${project.id}`],
    ['money', () => contact, () => `/projects/${project.id}/money?year=${YEAR}`],
    ['publication', () => contact, () => `${own}/publication`],
    ['samples', () => finance, () => `/re-evaluation?year=${YEAR}`],
    ['re-evaluation', () => finance, () => `${own}/re-evaluation`],
    ['cockpit', () => finance, () => `/cockpit?year=${YEAR}`],
    ['results', () => finance, () => '/results'],
  ])(
    'the page of the %s is fit for everybody',
    async (_, who, path) => {
      expect(await findFaults(who().page, path())).toEqual([])
      expect(who().complaints).toEqual([])
    },
    120_000,
  )
})

async function findProject({ request }: Page) {
  const { projects } = await (await request.get(`${server.address}/api/projects`)).json()
  type Form = { readonly id: string; readonly year: number; readonly stage: string }
  const found = projects.find(({ name }: { name: string }) => name === PROJECT)
  const form = found.forms.find(({ year, stage }: Form) => year === YEAR && stage === 'declaration')
  return { id: found.id, declarationId: form.id }
}

/** Who has the self-evaluation now; nobody once every desk has agreed. */
async function findAsked({ request }: Page, id: string) {
  const { id: caseId } = await (await request.get(`${server.address}/api/cases/of/self-evaluation/${id}`)).json()
  const { state, nodes } = await (await request.get(`${server.address}/api/cases/${caseId}`)).json()
  if (state !== 'running') return null
  const [name] = nodes
    .filter((node: { state: string }) => node.state === 'current')
    .flatMap(({ people }: { people: string[] }) => people)
  return PEOPLE.find((person) => person.name === name) ?? null
}

/** What a person does counts, what the page does does not. */
function countHand() {
  let count = 0
  const hand = async (action: Promise<unknown>) => {
    count += 1
    await action
  }
  return Object.assign(hand, { count: () => count })
}

function pdf(name: string) {
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF ${name}`) }
}
