import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { EDUCATION_CENTRE } from '@shiji/demo/offices'
import { whoIs } from '@shiji/demo/people'
import { readStoredZip } from '@shiji/kernel/bundle/stored-zip'
import { decimal } from '@shiji/kernel/decimal'
import { loadExamples } from '@shiji/packs/load-packs'
import type { RunningServer } from '@shiji/server/app/start-server'
import { ZIP_TEXT } from '@shiji/server/platform/files/write-zip'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openBrowser } from './chromium.ts'
import { startDemoDesk } from './demo-desk.ts'
import { openDemoVisitor } from './demo-visitor.ts'
import { findFaults } from './find-faults.ts'
import { PATIENCE_MS, type Visitor } from './visitor.ts'

const WHERE = CHROMIUM === undefined ? '(skipped: this machine has no Chromium)' : ''
const CONTACT = whoIs(EDUCATION_CENTRE, 'project-contact')
const FINANCE = whoIs(null, 'finance-reviewer')
const LEADER = whoIs(EDUCATION_CENTRE, 'project-leader')
const OPERATOR = whoIs(EDUCATION_CENTRE, 'duty-operator')
const RULE = Buffer.from('支付审批流程和权限')
const YEAR = new Date().getFullYear()

let server: RunningServer
let browser: Browser
let contact: Visitor
let finance: Visitor
let operator: Visitor
let projectId: string
let board: string
let row: string
let checklist: string

describe.skipIf(CHROMIUM === undefined)(`promises meet their records on a board ${WHERE}`, () => {
  beforeAll(async () => {
    server = await startDemoDesk()
    browser = await openBrowser()
    contact = await openDemoVisitor(browser, server, CONTACT)
    finance = await openDemoVisitor(browser, server, FINANCE)
    operator = await openDemoVisitor(browser, server, OPERATOR)
    projectId = await approveDeclaration()
    await countCallsFor(projectId)
    board = `/board?year=${YEAR}&project=${projectId}`
  })

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
    const shown = page.getByRole('row', { name: /预算执行率/ })
    await shown.getByText('无数据').waitFor()
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
    await shown.getByText('24.17').waitFor()
    await shown.getByRole('button', { name: '预算执行率 的 2 条依据' }).waitFor()
    await pay(`支付日期,金额,摘要\n${YEAR}-01-17,10000,尾款`)
    await shown.getByText('25.00').waitFor()
    await shown.getByRole('button', { name: '预算执行率 的 3 条依据' }).waitFor()
  })

  test('a ticket accepted at one browser gives the row at another its actual and one more record', async () => {
    const { page } = finance
    const shown = page.getByRole('row', { name: /运维事件响应时间/ })
    const proof = shown.getByRole('button', { name: /运维事件响应时间 的 \d+ 条依据/ })
    await proof.waitFor()
    const before = Number(/ (\d+) 条依据/.exec((await proof.getAttribute('aria-label')) ?? '')?.[1])
    const at = new Date().toISOString()
    const id = randomUUID()
    const { id: callerId, unitId } = await personOf(operator)
    const call = { id, callerId, unitId, what: '三号楼二层断网', service: 'network', scope: 'building' }
    await send(operator, '/desk/tickets', { ...call, time: { happenedAt: at, sentAt: at } })
    await operator.page.goto(`${server.address}/tickets/${id}`)
    await operator.page.getByRole('button', { name: '受理', exact: true }).click()
    await shown.getByRole('button', { name: `运维事件响应时间 的 ${before + 1} 条依据` }).waitFor()
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
    row = new URL(page.url()).pathname
    await page.getByText('需再支付 84.00 万元').waitFor()
    await page.getByText('样本不足').waitFor()
    await page.getByLabel('试一个目标').fill('≥20%')
    await page.getByRole('button', { name: '预演' }).click()
    await page.getByText('以往没有可比的读数，不能预演。').waitFor()
  })

  test('a state in words is proved item by item, and the row moves with each tick', async () => {
    const { page } = contact
    await page.goto(server.address + board)
    await page.getByRole('link', { name: '财务管理制度健全性' }).click()
    checklist = new URL(page.url()).pathname
    await page.getByRole('button', { name: '建立清单' }).click()
    await page.getByRole('button', { name: /附上依据.*支付审批流程和权限/ }).click()
    await page.getByLabel(/选择文件/).setInputFiles({ name: '审批权限.txt', mimeType: 'text/plain', buffer: RULE })
    await page.getByLabel(/有效期至/).fill(`${YEAR}-12-31`)
    await page.getByRole('button', { name: '附上', exact: true }).click()
    await page.getByRole('link', { name: '审批权限.txt' }).waitFor()
    await page.getByText('33.33').first().waitFor()
    await page.getByText('还差 2 项').waitFor()
  })

  test('sealed at the board, the pack is carried away and verified by its own page without a network', async () => {
    const { page } = contact
    await page.goto(server.address + board)
    await page.getByText('封存与证据包').click()
    await page.getByRole('button', { name: '封存', exact: true }).click()
    await page.getByText(/第 1 次封存 · 数据截至/).waitFor()
    const verdict = await untilAnchored(() => checkSeal(page))
    expect(verdict).toMatch(/一致：\d+ 行封存内容完好/)
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: /取证据包/ }).click()
    const pack = await (await coming).path()
    expect(await verifyOffline(pack)).toMatch(/完好：\d+ 行封存内容与封存时一字不差/)
    const bytes = await readFile(pack)
    const at = bytes.indexOf('"首付款"') + 1
    bytes[at] = (bytes[at] ?? 0) ^ 1
    await writeFile(pack, bytes)
    expect(await verifyOffline(pack)).toMatch(/records\/\d+\.jsonl 第 \d+ 行不是封存时的内容/)
  })

  test('a change of language changes what the server says too, where it stands', async () => {
    const { page } = contact
    await page.goto(server.address + row)
    await page
      .getByText(/目标 ≥95%/)
      .first()
      .waitFor()
    await choose(page, 'English', 'en')
    await page
      .getByText(/the target ≥95%/i)
      .first()
      .waitFor()
    await choose(page, '中文', 'zh-CN')
    await page
      .getByText(/目标 ≥95%/)
      .first()
      .waitFor()
  })

  test('their pages are fit for everybody and browsers have nothing to complain about', async () => {
    expect(await findFaults(finance.page, board)).toEqual([])
    expect(await findFaults(contact.page, row)).toEqual([])
    expect(await findFaults(contact.page, checklist)).toEqual([])
    expect([contact.complaints, finance.complaints]).toEqual([[], []])
  })
})

/** From the menu of the person, which comes when it is wanted. */
async function choose(page: Page, language: string, lang: string): Promise<void> {
  await page.getByRole('button', { name: CONTACT.name }).click()
  await page.getByRole('menuitem', { name: language }).click()
  await page.locator(`html[lang="${lang}"]`).waitFor({ state: 'attached' })
}

/** A declaration of an invented project that promises to spend its budget and to answer calls. */
async function approveDeclaration(): Promise<string> {
  const example = loadExamples().find(({ template }) => template === 'CN-JX-NANCHANG-DONGHU-DECLARATION')
  const [first] = example?.indicators ?? []
  if (example === undefined || first === undefined) throw new Error('no example')
  const money = { ...first, level3: '预算执行率', target: '≥95%', weight: decimal('6') }
  const rules = { ...money, level3: '财务管理制度健全性', target: '健全' }
  const answer = { ...money, level3: '运维事件响应时间', target: '≤10分钟' }
  const content = {
    ...example,
    year: YEAR,
    project: '教室设备运维',
    indicators: [money, answer, rules, ...example.indicators],
  }
  const form = await send(contact, '/forms', { content, documentId: null })
  await send(contact, `/declarations/${form.id}/submissions`, { version: form.version })
  await send(finance, `/declarations/${form.id}/decisions`, { version: form.version, decision: 'approve' })
  return form.projectId
}

/** The ledger chains what was sealed within two seconds. */
/** The page asks for a few seconds: whatever is being written meanwhile is sealed before it. */
async function untilAnchored(ask: () => Promise<string>): Promise<string> {
  const until = Date.now() + PATIENCE_MS
  let answer = await ask()
  while (answer.includes('过几秒') && Date.now() < until) {
    await sleep(500)
    answer = await ask()
  }
  return answer
}

async function checkSeal(page: Visitor['page']): Promise<string> {
  await page.getByRole('button', { name: /与现有记录核对/ }).click()
  const answer = page.locator('.seals [role=status], .seals .ant-alert')
  await answer.first().waitFor()
  return answer.first().innerText()
}

/** As an auditor does: the page is taken out of the pack and opened as a file. */
async function verifyOffline(pack: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'shiji-pack-'))
  const context = await browser.newContext({ offline: true })
  try {
    const file = join(folder, 'verify.html')
    const { entries } = readStoredZip(new Uint8Array(await readFile(pack)), ZIP_TEXT)
    const verifier = entries.find(({ path }) => path === 'verify.html')
    await writeFile(file, verifier?.bytes ?? '')
    const page = await context.newPage()
    await page.goto(pathToFileURL(file).href)
    await page.getByLabel(/证据包/).setInputFiles(pack)
    await page.getByText('根校验值').waitFor()
    return await page.getByRole('status').innerText()
  } finally {
    await context.close()
    await rm(folder, { recursive: true })
  }
}

async function pay(list: string): Promise<void> {
  const multipart = { name: '支付.csv', file: { name: '支付.csv', mimeType: 'text/csv', buffer: Buffer.from(list) } }
  const added = await contact.page.request.post(`${server.address}/api/documents`, { multipart })
  const { id: documentId } = (await added.json()) as { id: string }
  const { mapping } = await send(contact, '/performance/payment-lists/readings', { documentId })
  await send(contact, '/performance/payment-lists', { documentId, mapping, projectId })
}

/** Calls of the centre about its network count for the project from its first day. */
async function countCallsFor(id: string): Promise<void> {
  const leader = await openDemoVisitor(browser, server, LEADER)
  const { unitId } = await personOf(leader)
  await send(leader, '/desk/lines', { unitId, service: 'network', projectId: id, startsOn: `${YEAR}-01-01` })
}

async function personOf({ page }: Visitor): Promise<{ id: string; unitId: string }> {
  const session = await page.request.get(`${server.address}/api/session`)
  const { person } = (await session.json()) as { person: { id: string; unitId: string } }
  return person
}

async function send({ page }: Visitor, path: string, data: object) {
  const reply = await page.request.post(`${server.address}/api${path}`, { data })
  if (!reply.ok()) throw new Error(`${path} answered ${reply.status()} ${await reply.text()}`)
  return (await reply.json()) as { id: string; version: number; projectId: string; mapping: object }
}
