import { beforeEach, describe, expect, test } from 'vitest'
import { DAY, makeContracts, type TestContracts } from '#testing/test-contracts'
import { fileForm } from '#testing/test-office'

let desk: TestContracts

beforeEach(async () => {
  desk = await makeContracts()
})

const pay = (instalment: string, changes: object = {}) =>
  desk.act('payments', {
    instalmentId: desk.ids[instalment],
    paidOn: DAY,
    amount: '300000',
    voucher: 'Z-001',
    ...changes,
  })
const money = async () => (await desk.contact.ask('GET', `/projects/${desk.projectId}/money?year=2021`)).body
const open = async () => (await desk.contact.ask('GET', `/contracts/${desk.contractId}`)).body
const instalment = async (name: string) => (await open()).instalments.find((one: { name: string }) => one.name === name)

const accept = (measured: string) =>
  desk.act('acceptances', {
    name: '初验',
    milestoneId: desk.ids.上线,
    acceptedOn: DAY,
    signedBy: '周以宁、陆明',
    documentId: null,
    items: [{ kind: 'quality', item: '响应时间', required: '≤10分钟', measured, verdict: null }],
  })

describe('an instalment whose gate is open', () => {
  test('cannot be paid, and the refusal names everything that is missing', async () => {
    const { status, body } = await pay('初验款')
    expect([status, body.code]).toEqual([409, 'payment-gated'])
    expect(body.detail).toContain('节点“上线”还没有完成；还没有验收')
    expect((await money()).executed).toBe('0')
  })

  test('is paid after the milestone, and only after an acceptance that passed', async () => {
    await desk.act('milestones', { milestoneId: desk.ids.上线, doneOn: DAY, note: '', documentId: null })
    expect((await accept('12分钟')).body).toEqual({ passed: false })
    expect((await pay('初验款')).body.detail).toContain('最近一次验收不合格')
    expect((await accept('8分钟')).body).toEqual({ passed: true })
    expect((await pay('初验款')).status).toBe(200)
    expect(await instalment('初验款')).toMatchObject({
      left: '0',
      gates: [],
      payments: [{ isListed: false, against: [] }],
    })
  })

  test('that waits for an appraisal is paid less what the ledger takes off', async () => {
    expect((await pay('考核款')).body.detail).toContain('2021 年度考核还没有做')
    await desk.act('deductions', { year: 2021, points: '6', reason: '三次未按时到场' })
    await desk.act('deductions', { year: 2021, points: '-2', reason: '其中一次误记' })
    const held = { year: 2021, heldOn: DAY, opinion: '合格' }
    expect((await desk.act('appraisals', held, desk.leader)).body).toEqual({ score: '96', passed: true })
    expect((await desk.act('deductions', { year: 2021, points: '1', reason: '补扣' })).body.code).toBe('appraisal-held')
    const { status, body } = await pay('考核款', { amount: '100000' })
    expect([status, body.code]).toEqual([422, 'payment-too-large'])
    expect(body.detail).toContain('最多还能支付 98,000.00 元')
    expect((await pay('考核款', { amount: '98000' })).status).toBe(200)
  })
})

describe('a payment stands once', () => {
  test('recorded with the contract it is money of the project, and the list that has it later adds nothing', async () => {
    await pay('首付款')
    expect(await money()).toMatchObject({ executed: '300000', payments: 1 })
    expect((await desk.bringList([`Z-001,${DAY},300000,岸汀软件,首付款`])).body).toMatchObject({
      taken: 0,
      repeated: 1,
    })
    expect(await money()).toMatchObject({ executed: '300000', payments: 1 })
    expect(await instalment('首付款')).toMatchObject({ paid: '300000', payments: [{ isListed: true }] })
    expect((await desk.bringList([`Z-001,${DAY},300000,岸汀软件,首付款`])).body).toMatchObject({
      taken: 0,
      repeated: 1,
    })
  })

  test('brought by the list first it settles the instalment, which cannot be paid again', async () => {
    await desk.bringList([`Z-001,${DAY},300000,岸汀软件,首付款`])
    expect(await instalment('首付款')).toMatchObject({ paid: '300000', left: '0' })
    expect((await pay('首付款')).body.code).toBe('voucher-used')
    expect((await pay('首付款', { voucher: 'Z-002' })).body.code).toBe('payment-too-large')
    expect((await money()).executed).toBe('300000')
  })

  test('of a payee the list spells otherwise is recorded by its voucher and still stands once', async () => {
    await desk.bringList([`Z-001,${DAY},300000,岸汀软件有限公司,款项`])
    expect((await instalment('首付款')).payments).toEqual([])
    expect((await pay('首付款')).status).toBe(200)
    expect(await money()).toMatchObject({ executed: '300000', payments: 1 })
  })

  test('made by the treasury against an open gate stays visible for good', async () => {
    await desk.bringList([`Z-003,${DAY},300000,岸汀软件,初验款`])
    expect(await instalment('初验款')).toMatchObject({
      paid: '300000',
      payments: [{ against: ['节点“上线”还没有完成', '还没有验收'] }],
    })
  })
})

describe('a contract', () => {
  test('whose instalments do not come to its amount is refused with both figures', async () => {
    const { status, body } = await desk.sign({ number: 'QX-2', amount: '700001' })
    expect(status).toBe(422)
    expect(body.detail).toContain('各期付款合计 700,000.00 元，与合同金额 700,001.00 元不符')
  })

  test('with a term no figure can be held against is refused, and a number is used once', async () => {
    const term = { name: '服务', measure: 'contracts.payment-on-time', target: '周到', points: '1' }
    expect((await desk.sign({ number: 'QX-3', terms: [{ ...term, measure: 'desk.nothing' }] })).body.code).toBe(
      'measure-unknown',
    )
    expect((await desk.sign({ number: 'QX-3', terms: [{ ...term, target: '≤3小时' }] })).body.code).toBe(
      'contract-wrong',
    )
    expect((await desk.sign({})).body.code).toBe('name-taken')
  })

  test('is seen by its own office and by no other', async () => {
    expect((await desk.stranger.ask('GET', `/contracts/${desk.contractId}`)).status).toBe(404)
    expect((await desk.stranger.ask('GET', '/contracts?year=2021')).body).toEqual([])
    expect((await desk.contact.ask('GET', '/contracts?year=2021')).body).toMatchObject([
      { number: 'QX-1', paid: '0', amount: '700000', next: { name: '上线' } },
    ])
  })

  test('is changed by two people', async () => {
    const change = {
      what: '增加两所学校',
      reason: '新建',
      amountDelta: '20000',
      endsOn: null,
      askedOn: DAY,
      carriedOutOn: null,
    }
    const { id: changeId } = (await desk.act('changes', change, desk.leader)).body
    const verdict = { changeId, verdict: 'approved', opinion: '同意' }
    expect((await desk.act('changes/verdict', verdict, desk.leader)).body.code).toBe('second-person-needed')
    expect((await desk.act('changes/verdict', verdict, desk.manager)).status).toBe(200)
    expect(await open()).toMatchObject({ amount: '720000', signedAmount: '700000' })
  })

  test('an acceptance that words decide needs the verdict of those who sign, and figures contradict nobody', async () => {
    const item = { kind: 'quality', item: '外观', required: '外观完好', measured: '见照片', verdict: null }
    const sheet = { name: '到货验收', milestoneId: null, acceptedOn: DAY, signedBy: '陆明', documentId: null }
    expect((await desk.act('acceptances', { ...sheet, items: [item] })).body.code).toBe('item-undecided')
    const figures = { ...item, required: '≥95%', measured: '90%', verdict: true }
    expect((await desk.act('acceptances', { ...sheet, items: [figures] })).body.code).toBe('item-contradicted')
    expect((await desk.act('acceptances', { ...sheet, items: [{ ...item, verdict: true }] })).body.passed).toBe(true)
  })
})

describe('a tender file', () => {
  test('stands with its purchase, the last one counts, and where the contract does not fit it is named', async () => {
    const { contact, projectId } = desk
    const ask = async (path: string, body: object) => contact.ask('POST', path, { body })
    const line = { projectId, year: 2021, unitWord: '项', estimate: '100', method: 'open-tender', dueOn: DAY }
    const { id } = (await ask('/purchases', { ...line, item: '运维服务', quantity: '1' })).body
    const planned = async () => (await contact.ask('GET', '/purchases?year=2021')).body[0]
    expect(await planned()).toMatchObject({ tender: null, tenderFaults: [] })
    await desk.sign({ number: 'QX-9', purchaseIds: [id] })
    expect((await planned()).tenderFaults).toEqual(['missing'])

    const file = fileForm('招标文件.txt', new TextEncoder().encode('招标文件'))
    const { id: documentId } = (await contact.ask('POST', '/documents', { body: file })).body
    const days = { issuedOn: '2020-11-20', openedOn: '2020-12-15', awardedOn: '2021-01-12' }
    const bring = (changes: object) =>
      ask(`/purchases/${id}/tender`, { documentId, number: 'ZB-1', years: 1, ...days, ...changes })
    expect((await bring({ openedOn: '2020-11-19' })).body.code).toBe('tender-days-reversed')
    expect((await bring({ awardedOn: '2031-01-12' })).body.code).toBe('day-ahead')
    await bring({})
    expect((await planned()).tenderFaults).toEqual(['signed-before-award', 'years-differ', 'beyond-years'])
    await bring({ awardedOn: '2020-12-20', years: 3 })
    expect(await planned()).toMatchObject({
      tender: { document: { name: '招标文件.txt' }, years: 3, awardedOn: '2020-12-20' },
      tenderFaults: [],
    })
    expect(
      (
        await desk.stranger.ask('POST', `/purchases/${id}/tender`, {
          body: { documentId, number: '', years: 1, ...days },
        })
      ).status,
    ).toBe(404)
  })
})
