import { NETWORK_FIRM, OFFICE_SERVICES, SOFTWARE_FIRM, SUPERVISING_FIRM } from '../offices.ts'
import type { ContractDeed, ContractLife, Sitting } from './contract-life.ts'

const NETWORK = 'DSXC-2025-007'
const SOFTWARE = 'DSXC-2025-008'

const licence = (vendor: string, name: string, validUntil: string, holder = ''): ContractDeed => {
  return { kind: 'licence', vendor, holder, name, number: '', validFrom: '2023-03-01', validUntil }
}

const VENDORS: readonly ContractDeed[] = [
  { kind: 'vendor', name: NETWORK_FIRM, creditCode: '', contact: '' },
  licence(NETWORK_FIRM, '信息系统建设和服务能力证书', '2027-02-28'),
  licence(NETWORK_FIRM, '网络工程师证书', '2026-02-28', '驻场网络工程师'),
  { kind: 'vendor', name: SOFTWARE_FIRM, creditCode: '', contact: '' },
  licence(SOFTWARE_FIRM, '软件企业证书', '2025-12-31'),
  { kind: 'vendor', name: SUPERVISING_FIRM, creditCode: '', contact: '' },
  licence(SUPERVISING_FIRM, '信息系统工程监理资质', '2027-02-28'),
]

const SERVICE = {
  method: 'open-tender',
  termYear: 2,
  termYears: 3,
  signedOn: '2024-12-27',
  startsOn: '2025-01-01',
} as const
const SERVICE_ENDS = '2025-12-31'

/** The network contract of the centre: half-way paid, appraised in November, paid off after. */
const NETWORK_CONTRACT: ContractDeed = {
  kind: 'sign',
  vendor: NETWORK_FIRM,
  number: NETWORK,
  name: '湖畔集中办公点网络与机房运维（2025 年）',
  ...SERVICE,
  endsOn: SERVICE_ENDS,
  amount: '2840402.70',
  passMark: '85',
  pointValue: '2000',
  terms: [
    { name: '响应及时', measure: 'desk.response-in-time-rate', target: '≥95%', points: '1' },
    { name: '故障按期修复', measure: 'desk.recovery-in-time-rate', target: '≥90%', points: '1' },
  ],
  milestones: [
    { name: '上半年巡检报告', dueOn: '2025-06-30' },
    { name: '下半年巡检报告', dueOn: '2025-11-30' },
    { name: '年度运维总结', dueOn: '2025-12-10' },
  ],
  instalments: [
    {
      name: '首付款',
      amount: '1430402.70',
      dueOn: '2025-03-31',
      milestone: null,
      needsAcceptance: false,
      appraisalYear: null,
    },
    {
      name: '尾款',
      amount: '1410000.00',
      dueOn: '2025-12-15',
      milestone: 3,
      needsAcceptance: true,
      appraisalYear: 2025,
    },
  ],
}

const SOFTWARE_CONTRACT: ContractDeed = {
  kind: 'sign',
  vendor: SOFTWARE_FIRM,
  number: SOFTWARE,
  name: '湖畔集中办公点应用系统运维（2025 年）',
  ...SERVICE,
  endsOn: SERVICE_ENDS,
  amount: '1901601.80',
  passMark: '85',
  pointValue: '1500',
  terms: [{ name: '响应及时', measure: 'desk.response-in-time-rate', target: '≥95%', points: '1' }],
  milestones: [
    { name: '上半年运行报告', dueOn: '2025-06-20' },
    { name: '下半年运行报告', dueOn: '2025-12-10' },
  ],
  instalments: [
    {
      name: '上半年服务费',
      amount: '953601.80',
      dueOn: '2025-06-30',
      milestone: 1,
      needsAcceptance: false,
      appraisalYear: null,
    },
    {
      name: '下半年服务费',
      amount: '948000.00',
      dueOn: '2025-12-31',
      milestone: 2,
      needsAcceptance: false,
      appraisalYear: 2025,
    },
  ],
}

export const OPERATION_CONTRACTS: ContractLife = {
  form: 'office-site-operation',
  year: 2025,
  office: OFFICE_SERVICES,
  sittings: [
    { on: '2024-12-30', contract: '', deeds: [...VENDORS, NETWORK_CONTRACT, SOFTWARE_CONTRACT] },
    {
      on: '2025-06-26',
      contract: NETWORK,
      deeds: [{ kind: 'reach', milestone: '上半年巡检报告', doneOn: '2025-06-26', note: '报告 11 份，每单位一份' }],
    },
    {
      on: '2025-06-27',
      contract: SOFTWARE,
      // A week late, because one of the systems was being moved.
      deeds: [{ kind: 'reach', milestone: '上半年运行报告', doneOn: '2025-06-27', note: '因人事系统迁移推迟一周' }],
    },
    {
      on: '2025-11-27',
      contract: NETWORK,
      deeds: [
        { kind: 'reach', milestone: '下半年巡检报告', doneOn: '2025-11-25', note: '' },
        { kind: 'deduct', year: 2025, points: '2', reason: '8 月两次未按约定时间到场' },
        { kind: 'deduct', year: 2025, points: '1', reason: '9 月月报迟交三天' },
        { kind: 'deduct', year: 2025, points: '-1', reason: '9 月月报因停电推迟，冲回误扣' },
      ],
    },
    {
      on: '2025-12-09',
      contract: NETWORK,
      deeds: [
        { kind: 'reach', milestone: '年度运维总结', doneOn: '2025-12-09', note: '' },
        {
          kind: 'accept',
          milestone: '年度运维总结',
          name: '年度运维验收',
          acceptedOn: '2025-12-09',
          signedBy: '机关事务服务中心验收组三人',
          items: [
            { kind: 'quality', item: '巡检完成', required: '≥98%', measured: '99.2%', verdict: null },
            { kind: 'quality', item: '驻场人数', required: '≥3人', measured: '3人', verdict: null },
            { kind: 'requirement', item: '备件清单', required: '齐全', measured: '齐全', verdict: true },
          ],
        },
      ],
    },
    {
      on: '2025-12-10',
      contract: NETWORK,
      by: 'project-leader',
      deeds: [{ kind: 'appraise', year: 2025, heldOn: '2025-12-10', opinion: '合格，注意到场时间' }],
    },
    {
      on: '2025-12-10',
      contract: SOFTWARE,
      deeds: [{ kind: 'reach', milestone: '下半年运行报告', doneOn: '2025-12-10', note: '' }],
    },
  ],
}

/** Held in March instead of November, when the register of the desk had been brought in; the money had gone already. */
export const LATE_APPRAISAL: Sitting = {
  on: '2026-03-03',
  contract: SOFTWARE,
  by: 'project-leader',
  deeds: [{ kind: 'appraise', year: 2025, heldOn: '2026-03-03', opinion: '补做上年度考核，下年起按期进行' }],
}
