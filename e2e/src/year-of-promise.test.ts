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

let server: RunningServer
let browser: Browser
let contact: Visitor
let leader: Visitor
let finance: Visitor
/** The pages of the declaration begin with it. */
let form: string

describe.skipIf(CHROMIUM === undefined)(`an approved promise is watched by three people ${WHERE}`, () => {
  beforeAll(async () => {
    server = await startDemoDesk()
    browser = await openBrowser()
    contact = await openDemoVisitor(browser, server, whoIs(EDUCATION_CENTRE, 'project-contact'))
    leader = await openDemoVisitor(browser, server, whoIs(EDUCATION_BUREAU, 'project-leader'))
    finance = await openDemoVisitor(browser, server, whoIs(null, 'finance-reviewer'))
    await approve()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('the contact writes what stands, saves, and reads the light of the row in words', async () => {
    const { page } = contact
    await page.goto(`${server.address}${form}/monitoring?month=7`)
    const first = page.getByLabel(/^完成值/).first()
    await first.fill('1')
    await page.getByRole('button', { name: '保存草稿，看灯' }).click()
    await page.getByText('已保存').waitFor()
    await page.reload()
    expect(
      await page
        .getByLabel(/^完成值/)
        .first()
        .inputValue(),
    ).toBe('1')
    await page.getByRole('link', { name: /7 月\s*草稿/ }).waitFor()
  })

  test('a month that is not whole is not reported, and the page says what is missing', async () => {
    const { page } = contact
    await page.getByRole('button', { name: '上报本月' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '上报本月' }).click()
    await page
      .getByText(/还有 \d+ 行/)
      .or(page.getByText(/缺/))
      .first()
      .waitFor()
    await page.getByRole('link', { name: /7 月\s*草稿/ }).waitFor()
  })

  test('finance asks for a correction by a day, the contact answers, finance accepts', async () => {
    await finance.page.goto(`${server.address}${form}/monitoring?month=7`)
    await finance.page.getByLabel('要求整改什么').fill('请说明预算执行为什么落后')
    await finance.page.getByRole('button', { name: '发整改通知' }).click()
    await finance.page
      .getByText(/前答复/)
      .first()
      .waitFor()

    await contact.page.reload()
    await contact.page.getByLabel('整改情况').fill('合同已签，八月支付首款')
    await contact.page.getByRole('button', { name: '答复', exact: true }).click()
    await contact.page.getByText('已答复，待认可').waitFor()

    await finance.page.reload()
    await finance.page.getByRole('button', { name: '认可，销号' }).click()
    await finance.page.getByText('已销号').waitFor()
  })

  test('the contact was told, and finance finds it in the ledger of corrections and the project among all', async () => {
    await contact.page.goto(`${server.address}/messages`)
    await contact.page.getByRole('link', { name: /整改通知：.*答复/ }).waitFor()
    await contact.page.getByRole('link', { name: /整改销号/ }).waitFor()
    const { page } = finance
    await page.goto(`${server.address}/rectifications?standing=closed`)
    await page.getByRole('row', { name: new RegExp(`${PROJECT}.*合同已签，八月支付首款.*已销号`) }).waitFor()
    await page.goto(`${server.address}/monitoring?year=2025`)
    await page.getByRole('row', { name: new RegExp(PROJECT) }).waitFor()
  })

  test('late in the year the gate is closed with its reason; with a budget decision a revision goes on its way', async () => {
    const { page } = contact
    await page.goto(`${server.address}${form}/revision`)
    await page.getByText('现在不能修订').waitFor()
    await page.getByText('凭新的预算调整文件申请修订').waitFor()
    await page.getByLabel('预算调整文件的文号').fill('澄财预〔2026〕31号')
    await bring(page, '添加文件 预算调整文件', '预算调整.pdf')
    await page
      .getByLabel(/^修订后/)
      .first()
      .fill('取消')
    await page.getByLabel(/^修订说明/).fill('经费压减，这项不再开展')
    await bring(page, /^添加文件 佐证/, '压减通知.pdf')
    await page.getByRole('button', { name: '送审', exact: true }).click()
    await page.getByText('修订已送审').waitFor()
    await page.getByText('已送审').first().waitFor()
  })

  test('two desks agree to the revision from their tasks, and the revised version is frozen', async () => {
    const subject = `${PROJECT}（修订）`
    await leader.page.goto(`${server.address}/tasks`)
    await leader.page.getByRole('link', { name: subject }).click()
    await leader.page.getByRole('heading', { name: /第 1 次修订/ }).waitFor()
    for (const { page } of [leader, finance]) await agree(page, subject)
    await contact.page.reload()
    await contact.page.getByText(/批准，修订后的版本已冻结/).waitFor()
    await contact.page.getByText('已修订').first().waitFor()
  })

  test('the pages of the year are fit for everybody', async () => {
    for (const path of [`${form}/monitoring?month=7`, `${form}/revision`]) {
      expect(await findFaults(contact.page, path)).toEqual([])
    }
    expect([contact, leader, finance].flatMap(({ complaints }) => complaints)).toEqual([])
  })
})

/** The contact sends it, two desks agree; the journey of the review itself is told elsewhere. */
async function approve(): Promise<void> {
  const { page } = contact
  await page.goto(`${server.address}/home`)
  await page.getByRole('link', { name: PROJECT }).click()
  await page.getByRole('button', { name: '送审' }).click()
  await page.getByText('已送审').first().waitFor()
  form = new URL(page.url()).pathname.replace(/\/approval$/, '')
  for (const desk of [leader, finance]) await agree(desk.page, PROJECT)
}

async function bring(page: Page, label: string | RegExp, name: string): Promise<void> {
  await page.getByLabel(label).setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF ${name}`) })
  await page.getByText(name).first().waitFor()
}

/** What waits for the person under this name, agreed to. */
async function agree({ request }: Page, subject: string): Promise<void> {
  const { rows } = await (await request.get(`${server.address}/api/tasks?box=waiting`)).json()
  const { caseId, task } = rows.find((row: { subject: string }) => row.subject === subject)
  const data = { act: { verb: 'agree', task } }
  expect((await request.post(`${server.address}/api/cases/${caseId}/acts`, { data })).status()).toBe(200)
}
