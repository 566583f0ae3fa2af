import { randomUUID } from 'node:crypto'
import { EDUCATION_CENTRE } from '@shiji/demo/offices'
import { whoIs } from '@shiji/demo/people'
import { decimal } from '@shiji/kernel/decimal'
import { loadExamples } from '@shiji/packs/load-packs'
import type { RunningServer } from '@shiji/server/app/start-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openBrowser } from './chromium.ts'
import { startDemoDesk } from './demo-desk.ts'
import { openDemoVisitor } from './demo-visitor.ts'
import { findFaults } from './find-faults.ts'
import type { Visitor } from './visitor.ts'

const WHERE = CHROMIUM === undefined ? '(skipped: this machine has no Chromium)' : ''
const CONTACT = whoIs(EDUCATION_CENTRE, 'project-contact')
const FINANCE = whoIs(null, 'finance-reviewer')
const OPERATOR = whoIs(EDUCATION_CENTRE, 'duty-operator')
const YEAR = new Date().getFullYear()

let server: RunningServer
let browser: Browser
let contact: Visitor
let finance: Visitor
let operator: Visitor
let projectId: string
let board: string

describe.skipIf(CHROMIUM === undefined)(`promises meet their records on a board ${WHERE}`, () => {
  beforeAll(async () => {
    server = await startDemoDesk()
    browser = await openBrowser()
    contact = await openDemoVisitor(browser, server, CONTACT)
    finance = await openDemoVisitor(browser, server, FINANCE)
    operator = await openDemoVisitor(browser, server, OPERATOR)
    projectId = await approveDeclaration()
    board = `/board?year=${YEAR}&project=${projectId}`
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('a row is bound by its own name, and says it has no records yet', async () => {
    const { page } = contact
    await page.goto(server.address + board)
    await page.getByRole('button', { name: /按指标名称绑定 \d+ 项/ }).click()
    await page.getByRole('row', { name: /预算执行率.*无数据.*0 条.*未开始/ }).waitFor()
  })

  test('what one records moves the row that lies open at another', async () => {
    const { page } = finance
    await page.goto(server.address + board)
    const row = page.getByRole('row', { name: /预算执行率/ })
    await row.getByText('无数据').waitFor()
    await send(contact, `/projects/${projectId}/money`, {
      year: YEAR,
      kind: 'initial',
      source: 'own',
      amount: '1200000',
      decidedOn: `${YEAR}-01-15`,
      reason: '',
      documentId: null,
    })
    await pay(`支付日期,金额,摘要\n${YEAR}-01-16,290000,首付款`)
    await row.getByText('24.17').waitFor()
    await row.getByRole('button', { name: '预算执行率 的 2 条依据' }).waitFor()
    await pay(`支付日期,金额,摘要\n${YEAR}-01-17,10000,尾款`)
    await row.getByText('25.00').waitFor()
    await row.getByRole('button', { name: '预算执行率 的 3 条依据' }).waitFor()
  })

  test('a ticket accepted at one browser gives the row at another its actual and one more record', async () => {
    const { page } = finance
    const row = page.getByRole('row', { name: /运维事件响应时间/ })
    const proof = row.getByRole('button', { name: /运维事件响应时间 的 \d+ 条依据/ })
    await proof.waitFor()
    const before = Number(/ (\d+) 条依据/.exec((await proof.getAttribute('aria-label')) ?? '')?.[1])
    const at = new Date().toISOString()
    const id = randomUUID()
    const me = await operator.page.request.get(`${server.address}/api/session`)
    const { person } = (await me.json()) as { person: { id: string; unitId: string } }
    const { id: callerId, unitId } = person
    const call = { id, callerId, unitId, what: '三号楼二层断网', service: 'network', scope: 'building' }
    await send(operator, '/desk/tickets', { ...call, time: { happenedAt: at, sentAt: at } })
    await operator.page.goto(`${server.address}/tickets/${id}`)
    await operator.page.getByRole('button', { name: '受理', exact: true }).click()
    await row.getByRole('button', { name: `运维事件响应时间 的 ${before + 1} 条依据` }).waitFor()
  })

  test('one click shows exactly the records that make the figure, and where it comes from', async () => {
    const { page } = finance
    await page.getByRole('button', { name: '预算执行率 的 3 条依据' }).click()
    const drawer = page.getByRole('complementary', { name: '依据' })
    await drawer.getByText('首付款').waitFor()
    expect(await drawer.getByRole('listitem').count()).toBe(3)
    await drawer.getByText('期间内已支付金额').waitFor()
    await drawer.getByText('反向', { exact: true }).click()
    await drawer.getByText('没有反向依据').waitFor()
  })

  test('the row in full: what is left, what to expect, and a target tried against the past', async () => {
    const { page } = contact
    await page.goto(server.address + board)
    await page.getByRole('link', { name: '预算执行率' }).click()
    await page.getByText('需再支付 84.00 万元').waitFor()
    await page.getByText('样本不足').waitFor()
    await page.getByLabel('试一个目标').fill('≥20%')
    await page.getByRole('button', { name: '预演' }).click()
    await page.getByText('以往没有可比的读数，不能预演。').waitFor()
  })

  test('their pages are fit for everybody and browsers have nothing to complain about', async () => {
    const row = new URL(contact.page.url()).pathname
    expect(await findFaults(finance.page, board)).toEqual([])
    expect(await findFaults(contact.page, row)).toEqual([])
    expect([contact.complaints, finance.complaints]).toEqual([[], []])
  }, 180_000)
})

/** A declaration of an invented project that promises to spend its budget and to answer calls. */
async function approveDeclaration(): Promise<string> {
  const example = loadExamples().find(({ template }) => template === 'CN-JX-NANCHANG-DONGHU-DECLARATION')
  const [first] = example?.indicators ?? []
  if (example === undefined || first === undefined) throw new Error('no example')
  const money = { ...first, level3: '预算执行率', target: '≥95%', weight: decimal('6') }
  const answer = { ...money, level3: '运维事件响应时间', target: '≤10分钟' }
  const content = {
    ...example,
    year: YEAR,
    project: '教室设备运维',
    indicators: [money, answer, ...example.indicators],
  }
  const form = await send(contact, '/forms', { content, documentId: null })
  await send(contact, `/declarations/${form.id}/submissions`, { version: form.version })
  await send(finance, `/declarations/${form.id}/decisions`, { version: form.version, decision: 'approve' })
  return form.projectId
}

async function pay(list: string): Promise<void> {
  const multipart = { name: '支付.csv', file: { name: '支付.csv', mimeType: 'text/csv', buffer: Buffer.from(list) } }
  const added = await contact.page.request.post(`${server.address}/api/documents`, { multipart })
  const { id: documentId } = (await added.json()) as { id: string }
  const { mapping } = await send(contact, '/performance/payment-lists/readings', { documentId })
  await send(contact, '/performance/payment-lists', { documentId, mapping, projectId })
}

async function send({ page }: Visitor, path: string, data: object) {
  const reply = await page.request.post(`${server.address}/api${path}`, { data })
  if (!reply.ok()) throw new Error(`${path} answered ${reply.status()} ${await reply.text()}`)
  return (await reply.json()) as { id: string; version: number; projectId: string; mapping: object }
}
