import { indicatorName } from '@shiji/kernel/revision/revise-declaration'
import { beforeEach, describe, expect, test } from 'vitest'
import { approve, DECLARATION, makeBureau, type TestBureau } from '#testing/test-declarations'
import { type Colleague, fileForm } from '#testing/test-office'

let bureau: TestBureau

beforeEach(async () => {
  bureau = await makeBureau({}, '2021-08-02T02:00:00Z')
  await approve(bureau)
})

/** What stands at the end of July on the declaration of the example, by 三级指标. */
const SO_FAR: Readonly<Record<string, string>> = {
  巡检次数: '7次',
  骨干网络可用率: '99.6%',
  故障响应时间: '1.5小时',
  运维成本控制率: '97%',
  重大网络安全事件: '0次',
  机房能耗下降率: '3.1%',
  运维档案归档率: '100%',
  学校满意度: '96%',
  检修教室数: '350间',
  一次修复率: '91%',
  报修修复时间: '1个工作日',
  单间维修成本: '1100元',
  教室设备完好率: '98.5%',
  教师满意度: '95%',
}
const ROWS = DECLARATION.indicators
  .filter(({ level3 }) => level3 !== '无')
  .map((row) => ({
    indicator: indicatorName(row),
    soFar: SO_FAR[row.level3] ?? '',
    band: row.level3 === '备品备件保障' ? '达成' : null,
    expected: '',
    reason: '',
  }))
const inspections = (changes: object) =>
  ROWS.map((row) => (row.indicator.endsWith('巡检次数') ? { ...row, ...changes } : row))

const path = (rest = '') => `/declarations/${bureau.form.id}/monitoring${rest}`
const save = (rows: object[] = ROWS, report = true, { month = 7, who = bureau.contact } = {}) =>
  who.ask('PUT', path(`/${month}`), { body: { rows, report } })

async function grant(): Promise<void> {
  const entry = {
    year: 2021,
    kind: 'initial',
    source: 'own',
    amount: '1800000',
    decidedOn: '2021-01-15',
    documentId: null,
  }
  await bureau.contact.ask('POST', `/projects/${bureau.form.projectId}/money`, { body: entry })
}

async function spend(amount: number): Promise<void> {
  const list = `支付日期,金额,摘要\n2021-06-30,${amount},进度款`
  const { body: document } = await bureau.contact.ask('POST', '/documents', {
    body: fileForm('支付.csv', new TextEncoder().encode(list)),
  })
  const mapping = {
    project: null,
    paidOn: '支付日期',
    amount: '金额',
    voucher: null,
    payee: null,
    purpose: '摘要',
    moneyUnit: '元',
  }
  const asking = { documentId: document.id, mapping, projectId: bureau.form.projectId }
  await bureau.contact.ask('POST', '/performance/payment-lists', { body: asking })
}

describe('a month', () => {
  test('shows money beside goals before anything is written, with the declared budget until one is recorded', async () => {
    const { body } = await bureau.contact.ask('GET', path('/7'))
    expect(body).toMatchObject({
      state: 'blank',
      money: { budget: '1800000', executed: '0', light: 'red' },
      light: 'red',
    })
    expect(body.rows).toHaveLength(DECLARATION.indicators.length)
    expect(body.bands).toEqual(['达成', '部分达成', '未达成'])
  })

  test('is reported: every row has its light, the worst one is the project’s, and the life says so', async () => {
    await grant()
    await spend(1_000_000)
    const { status, body } = await save()
    expect([status, body.state, body.light]).toEqual([200, 'reported', 'green'])
    expect(body.money).toEqual({ budget: '1800000', executed: '1000000', percent: '95.24', light: 'green' })
    const light = (name: string) => body.rows.find(({ indicator }: { indicator: string }) => indicator.endsWith(name))
    expect(light('巡检次数')).toMatchObject({ light: 'green', percent: '100.00', planned: '7.0000' })
    expect(light('故障响应时间')).toMatchObject({ light: 'green', usedUp: false })
    expect(light('备品备件保障')).toMatchObject({ light: 'green' })
    const { body: life } = await bureau.contact.ask('GET', `/declarations/${bureau.form.id}/life`)
    expect(life.state).toBe('monitored')
  })

  test('that is late wants a reason before it is reported; a draft is kept without one', async () => {
    const late = inspections({ soFar: '4次' })
    expect((await save(late, false)).body).toMatchObject({ state: 'draft', light: 'red' })
    const refused = await save(late)
    expect(refused).toMatchObject({ status: 422, body: { code: 'month-incomplete', parameters: { count: 1 } } })
    const { body } = await save(inspections({ soFar: '4次', reason: '汛期停课两月，九月补齐' }))
    expect(body).toMatchObject({ state: 'reported', goalLight: 'red' })
    expect(body.alerts.map(({ code }: { code: string }) => code)).toContain('deviation-large')
  })

  test('by a plan of its own, a purchase due in autumn is not red in July', async () => {
    const rooms = DECLARATION.indicators.find(({ level3 }) => level3 === '检修教室数')
    const indicator = rooms === undefined ? '' : indicatorName(rooms)
    const planned = Array.from({ length: 12 }, (_, at) => (at < 8 ? '0' : '600'))
    const curves = [{ indicator, curve: { kind: 'monthly', planned } }]
    const drawn = await bureau.contact.ask('PUT', `/declarations/${bureau.form.id}/curves`, { body: { curves } })
    expect(drawn.body).toContainEqual({ indicator, curve: { kind: 'monthly', planned }, isOwn: true })
    const { body } = await save(ROWS.map((row) => (row.indicator === indicator ? { ...row, soFar: '0间' } : row)))
    expect(body.rows.find((row: { indicator: string }) => row.indicator === indicator)).toMatchObject({
      light: 'green',
      planned: '0',
      curveIsOwn: true,
    })
  })

  test('once reported is closed and keeps the money it was reported with', async () => {
    await grant()
    await save()
    await spend(500_000)
    expect(await save()).toMatchObject({ status: 409, body: { code: 'month-reported' } })
    const { body } = await bureau.contact.ask('GET', path('/7'))
    expect(body).toMatchObject({ state: 'reported', money: { executed: '0' } })
    const { body: august } = await bureau.contact.ask('GET', path('/8'))
    expect(august).toMatchObject({ state: 'blank', money: { executed: '500000' } })
    expect(august.rows[0].previous).toMatchObject({ soFar: '7次' })
  })

  test('after a revision is judged by the version it was promised in', async () => {
    const proof = await bureau.contact.ask('POST', '/documents', {
      body: fileForm('调整.pdf', new TextEncoder().encode('%PDF')),
    })
    const row = DECLARATION.indicators.find(({ level3 }) => level3 === '巡检次数')
    const asked = {
      rows: [
        {
          indicator: row === undefined ? '' : indicatorName(row),
          originalTarget: '≥12次',
          revisedTarget: '≥24次',
          explanation: '加密',
          documentIds: [proof.body.id],
        },
      ],
      budgetDecision: { reference: '青财预〔2021〕18号', documentId: proof.body.id },
    }
    await save(ROWS, true)
    const { body: filed } = await bureau.ask(bureau.contact, 'revisions', asked)
    await bureau.reviewer.ask('POST', `/revisions/${filed.id}/decisions`, { body: { decision: 'approve' } })
    const target = async (month: number) => (await bureau.contact.ask('GET', path(`/${month}`))).body.rows[0].target
    expect([await target(7), await target(8)]).toEqual(['≥12次', '≥24次'])
  })

  test('stands on its 监控表 with the band of what is told in words, and on the 审批单 by its month', async () => {
    await save()
    const { body: sheet } = await bureau.contact.ask('GET', path('/7/print/html'))
    expect(sheet).toContain('>达成<')
    const { body: trail } = await bureau.contact.ask('GET', `/declarations/${bureau.form.id}/approval-trail/html`)
    expect(trail).toContain('7月监控表')
  })

  test('prints the day it was reported, however late it is printed', async () => {
    await save()
    const { pool, schema } = bureau.world.chenghu
    await pool.query(`update ${schema}.performance_monitoring set saved_at = '2021-08-01T02:00:00Z'`)
    const { body: sheet } = await bureau.contact.ask('GET', path('/7/print/html'))
    expect(sheet).toContain('2021年8月1日')
  })

  test.each([
    ['html', '<!do'],
    ['docx', 'PK'],
    ['xlsx', 'PK'],
    ['pdf', '%PDF'],
  ])('leaves as 监控表 in %s', async (format, magic) => {
    await save()
    const printed = await bureau.contact.ask('GET', path(`/7/print/${format}`))
    expect(new TextDecoder().decode(printed.bytes.slice(0, magic.length))).toBe(magic)
    if (format === 'html') for (const text of ['1—7月', '350间', '红灯']) expect(printed.body).toContain(text)
  })
})

describe('refuses', () => {
  test('a month that has not come, a row nobody declared, a declaration nobody approved', async () => {
    expect((await save(ROWS, false, { month: 9 })).body.code).toBe('month-ahead')
    expect((await save([{ ...ROWS[0], indicator: '无此指标' }], false)).body.code).toBe('indicator-unknown')
    const draft = await makeBureau()
    const refused = await draft.contact.ask('GET', `/declarations/${draft.form.id}/monitoring/1`)
    expect(refused.body.code).toBe('deed-impossible')
  })

  test('strangers and those who only read', async () => {
    const { office, reviewer } = bureau
    const stranger = await office.addPerson('jiang', {
      unitId: await office.addUnit('第一小学'),
      roles: ['project-contact'],
    })
    expect((await save(ROWS, false, { who: stranger })).status).toBe(404)
    expect((await save(ROWS, false, { who: reviewer })).status).toBe(403)
  })
})

describe('整改通知', () => {
  const notice = { origin: 'monitoring', month: 7, remedy: 'correct', demand: '请在九月底前补齐巡检' }
  const issue = (who: Colleague = bureau.reviewer) => bureau.ask(who, 'rectifications', notice)
  const answer = (id: string) =>
    bureau.contact.ask('POST', `/rectifications/${id}/answers`, { body: { answer: '已排班补检', documentIds: [] } })
  const settle = (id: string, body: object) => bureau.reviewer.ask('POST', `/rectifications/${id}/decisions`, { body })

  test('is called for by a red month, has its day, is answered, asked again, answered and closed', async () => {
    await save(inspections({ soFar: '4次', reason: '汛期停课' }))
    expect((await bureau.contact.ask('GET', path())).body).toMatchObject({
      remedy: 'correct',
      months: [{ month: 7, light: 'red' }],
    })
    const { body: issued } = await issue()
    expect(issued).toMatchObject({ state: 'open', dueOn: '2021-08-17', overdue: false })
    await answer(issued.id)
    expect((await settle(issued.id, { accepted: false })).body.code).toBe('opinion-missing')
    expect((await settle(issued.id, { accepted: false, demand: '请附记录' })).body).toMatchObject({
      state: 'open',
      demand: '请附记录',
    })
    await answer(issued.id)
    expect((await settle(issued.id, { accepted: true })).body.state).toBe('closed')
    expect((await answer(issued.id)).body.code).toBe('rectification-settled')
    const { body: all } = await bureau.contact.ask('GET', `/declarations/${bureau.form.id}/rectifications`)
    expect(all).toMatchObject([{ id: issued.id, answer: '已排班补检' }])
  })

  test('is issued by a reviewer only, and settled by nobody who answered it', async () => {
    expect((await issue(bureau.contact)).status).toBe(403)
    const { body: issued } = await issue()
    expect((await settle(issued.id, { accepted: true })).body.code).toBe('rectification-settled')
  })
})
