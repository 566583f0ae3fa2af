import { NETWORK_FIRM, OFFICE_SERVICES, SUPERVISING_FIRM } from '../offices.ts'
import type { ContractDeed, ContractLife } from './contract-life.ts'

const UPGRADE = 'DSXC-2025-031'

const LINES = { kind: 'plan', year: 2025 } as const

const UPGRADE_PLAN: readonly ContractDeed[] = [
  {
    ...LINES,
    item: '机房精密空调',
    quantity: '4',
    unitWord: '台',
    estimate: '1200000',
    method: 'open-tender',
    dueOn: '2025-04-30',
  },
  {
    ...LINES,
    item: '空调配电改造',
    quantity: '1',
    unitWord: '项',
    estimate: '260000',
    method: 'open-tender',
    dueOn: '2025-05-15',
  },
  {
    ...LINES,
    item: '动力环境监控',
    quantity: '1',
    unitWord: '套',
    estimate: '245440',
    method: 'open-tender',
    dueOn: '2025-05-31',
  },
]

/** One tender for both; nobody has brought the file of the third. */
const tender = (item: string): ContractDeed => ({
  ...{ kind: 'tender', year: 2025, item, number: 'DSXC-ZB-2025-004', years: 1 },
  ...{ issuedOn: '2025-02-11', openedOn: '2025-03-04', awardedOn: '2025-03-04' },
})

const UPGRADE_CONTRACT: ContractDeed = {
  kind: 'sign',
  vendor: NETWORK_FIRM,
  supervisor: SUPERVISING_FIRM,
  number: UPGRADE,
  name: '政务大厦机房空调升级改造',
  method: 'open-tender',
  termYear: 1,
  termYears: 1,
  amount: '1688000',
  signedOn: '2025-03-05',
  startsOn: '2025-03-10',
  endsOn: '2025-12-31',
  passMark: '80',
  pointValue: '0',
  terms: [],
  milestones: [
    { name: '设备到货', dueOn: '2025-05-31' },
    { name: '安装调试', dueOn: '2025-07-31' },
    { name: '竣工验收', dueOn: '2025-09-30' },
  ],
  instalments: [
    {
      name: '预付款',
      amount: '506400',
      dueOn: '2025-03-31',
      milestone: null,
      needsAcceptance: false,
      appraisalYear: null,
    },
    {
      name: '到货款',
      amount: '590800',
      dueOn: '2025-06-15',
      milestone: 1,
      needsAcceptance: false,
      appraisalYear: null,
    },
    { name: '验收款', amount: '506400', dueOn: '2025-10-15', milestone: 3, needsAcceptance: true, appraisalYear: null },
    {
      name: '质保金',
      amount: '84400',
      dueOn: '2026-12-31',
      milestone: null,
      needsAcceptance: true,
      appraisalYear: 2026,
    },
  ],
}

const sheet = (acceptedOn: string, temperature: string): ContractDeed => ({
  kind: 'accept',
  milestone: '竣工验收',
  name: '竣工验收',
  acceptedOn,
  signedBy: '使用单位、监理、施工单位',
  items: [
    { kind: 'quality', item: '机房温度波动', required: '≤2℃', measured: temperature, verdict: null },
    { kind: 'quality', item: '制冷量', required: '≥40kW', measured: '41.5kW', verdict: null },
    { kind: 'quality', item: '双路供电切换', required: '合格', measured: '合格', verdict: null },
    { kind: 'requirement', item: '告警接入监控平台', required: '全部接入', measured: '全部接入', verdict: true },
  ],
})

const pay = (instalment: string, paidOn: string, amount: string, voucher: string): ContractDeed => {
  return { kind: 'pay-instalment', instalment, paidOn, amount, voucher }
}
const deliver = (item: string, deliveredOn: string, quantity: string): ContractDeed => {
  return { kind: 'deliver', item, deliveredOn, quantity, noteNumber: `SH-${deliveredOn}` }
}
const note = (day: string, what: string): ContractDeed => ({ kind: 'note', as: 'log', day, what, answerDueOn: null })

export const UPGRADE_CONTRACTS: ContractLife = {
  form: 'office-site-upgrade',
  year: 2025,
  office: OFFICE_SERVICES,
  sittings: [
    { on: '2025-02-10', contract: '', deeds: UPGRADE_PLAN },
    { on: '2025-03-05', contract: '', deeds: [tender('机房精密空调'), tender('空调配电改造')] },
    { on: '2025-03-06', contract: '', deeds: [UPGRADE_CONTRACT] },
    { on: '2025-03-28', contract: UPGRADE, deeds: [pay('预付款', '2025-03-27', '506400', 'GK-2025-0312')] },
    { on: '2025-04-29', contract: UPGRADE, deeds: [deliver('机房精密空调', '2025-04-28', '4')] },
    {
      on: '2025-05-22',
      contract: UPGRADE,
      by: 'supervisor',
      deeds: [
        note('2025-05-22', '空调机组就位，基础水平度检查合格'),
        {
          kind: 'note',
          as: 'instruction',
          day: '2025-05-22',
          what: '配电柜迟到五天，请重排工序并报送新的进度表',
          answerDueOn: '2025-05-27',
        },
      ],
    },
    {
      on: '2025-05-26',
      contract: UPGRADE,
      deeds: [
        deliver('空调配电改造', '2025-05-20', '1'),
        { kind: 'answer', answer: '新进度表已报送，安装调试顺延至 8 月上旬' },
      ],
    },
    {
      on: '2025-05-30',
      contract: UPGRADE,
      deeds: [
        deliver('动力环境监控', '2025-05-29', '1'),
        { kind: 'reach', milestone: '设备到货', doneOn: '2025-05-29', note: '' },
      ],
    },
    { on: '2025-06-13', contract: UPGRADE, deeds: [pay('到货款', '2025-06-12', '590800', 'GK-2025-0587')] },
    {
      on: '2025-06-20',
      contract: UPGRADE,
      by: 'supervisor',
      deeds: [note('2025-06-17', '管线隐蔽工程检查，留有照片')],
    },
    {
      on: '2025-07-02',
      contract: UPGRADE,
      deeds: [
        {
          kind: 'ask',
          what: '机房地板下增设漏水检测绳 120 米',
          reason: '原设计没有覆盖冷凝水管',
          amountDelta: '12000',
          endsOn: null,
          askedOn: '2025-07-01',
          carriedOutOn: null,
        },
      ],
    },
    {
      on: '2025-07-04',
      contract: UPGRADE,
      by: 'project-leader',
      deeds: [{ kind: 'judge', verdict: 'approved', opinion: '同意，在预算内' }],
    },
    {
      on: '2025-08-08',
      contract: UPGRADE,
      deeds: [
        ...['机房精密空调', '空调配电改造', '动力环境监控'].map((item): ContractDeed => {
          return { kind: 'install', item, installedOn: '2025-08-05', installedAt: '政务大厦机房' }
        }),
        { kind: 'reach', milestone: '安装调试', doneOn: '2025-08-06', note: '配电柜迟到，顺延六天' },
      ],
    },
    { on: '2025-09-19', contract: UPGRADE, deeds: [sheet('2025-09-18', '3.1℃')] },
    {
      on: '2025-09-28',
      contract: UPGRADE,
      deeds: [
        sheet('2025-09-26', '1.4℃'),
        {
          kind: 'reach',
          milestone: '竣工验收',
          doneOn: '2025-09-26',
          note: '首次验收温度波动超标，调整风道后复验通过',
        },
      ],
    },
    { on: '2025-10-22', contract: UPGRADE, deeds: [pay('验收款', '2025-10-21', '506400', 'GK-2025-1146')] },
    { on: '2025-12-05', contract: UPGRADE, deeds: [{ kind: 'settle', settledOn: '2025-12-04', amount: '1698500' }] },
  ],
}
