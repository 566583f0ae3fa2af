import { makeBureau, type TestBureau } from './test-declarations.ts'
import { type Answer, type Colleague, fileForm } from './test-office.ts'

/** A contract over a declared project, with three instalments and what each waits for. */
export type TestContracts = Pick<TestBureau, 'world' | 'office' | 'contact'> & {
  /** Confirms, and may also ask. */
  readonly leader: Colleague
  readonly manager: Colleague
  readonly stranger: Colleague
  readonly projectId: string
  readonly vendorId: string
  readonly contractId: string
  /** Of instalments and milestones, by name. */
  readonly ids: Readonly<Record<string, string>>
  readonly sign: (changes: object) => Promise<Answer>
  readonly act: (path: string, body: object, who?: Colleague) => Promise<Answer>
  /** Lines of voucher, day, amount, payee and purpose. */
  readonly bringList: (lines: readonly string[]) => Promise<Answer>
}

/** The day of everything that happens. */
export const DAY = '2021-06-30'

const TERMS = {
  supervisorId: null,
  number: 'QX-1',
  name: '云办公平台运维',
  method: 'open-tender',
  termYear: 2,
  termYears: 3,
  amount: '700000',
  signedOn: '2021-01-10',
  startsOn: '2021-01-15',
  endsOn: '2021-12-31',
  passMark: '80',
  pointValue: '500',
  terms: [],
  milestones: [{ name: '上线', dueOn: '2021-05-31' }],
  instalments: [
    {
      name: '首付款',
      amount: '300000',
      dueOn: '2021-03-31',
      milestone: null,
      needsAcceptance: false,
      appraisalYear: null,
    },
    { name: '初验款', amount: '300000', dueOn: '2021-06-30', milestone: 1, needsAcceptance: true, appraisalYear: null },
    {
      name: '考核款',
      amount: '100000',
      dueOn: '2021-12-31',
      milestone: null,
      needsAcceptance: false,
      appraisalYear: 2021,
    },
  ],
  purchaseIds: [],
}

export async function makeContracts(now = `${DAY}T08:00:00Z`): Promise<TestContracts> {
  const bureau = await makeBureau({}, now)
  const { contact, office, form, world } = bureau
  const { projectId } = form
  const join = (login: string, roles: Parameters<typeof office.addPerson>[1]['roles'], unitId = contact.unitId) =>
    office.addPerson(login, { unitId, roles })
  const leader = await join('leader', ['centre-manager'])
  const manager = await join('manager', ['project-leader'])
  const stranger = await join('stranger', ['project-contact'], await office.addUnit('机关事务服务中心'))
  const vendor = { name: '岸汀软件', creditCode: '', contact: '' }
  const { id: vendorId } = (await contact.ask('POST', '/vendors', { body: vendor })).body
  const sign = (changes: object) =>
    contact.ask('POST', '/contracts', { body: { ...TERMS, projectId, vendorId, ...changes } })
  const { id: contractId } = (await sign({})).body
  const { milestones, instalments } = (await contact.ask('GET', `/contracts/${contractId}`)).body
  const named = [...milestones, ...instalments].map(({ name, id }: { name: string; id: string }) => [name, id])
  return {
    world,
    office,
    contact,
    leader,
    manager,
    stranger,
    projectId,
    vendorId,
    contractId,
    ids: Object.fromEntries(named),
    sign,
    act: (path, body, who = contact) => who.ask('POST', `/contracts/${contractId}/${path}`, { body }),
    bringList: async (lines) => {
      const text = ['凭证号,支付日期,支付金额,收款人,摘要', ...lines].join('\n')
      const file = fileForm('支付.csv', new TextEncoder().encode(text))
      const { id: documentId } = (await contact.ask('POST', '/documents', { body: file })).body
      const { mapping } = (await contact.ask('POST', '/performance/payment-lists/readings', { body: { documentId } }))
        .body
      return contact.ask('POST', '/performance/payment-lists', { body: { documentId, mapping, projectId } })
    },
  }
}
