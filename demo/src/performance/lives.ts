import { type Decimal, decimal } from '@shiji/kernel/decimal'
import type { Sitting } from '../contracts/contract-life.ts'
import { OPERATION_CONTRACTS } from '../contracts/operation-contracts.ts'
import { UPGRADE_CONTRACTS } from '../contracts/upgrade-contracts.ts'
import { EDUCATION_BUREAU, EDUCATION_CENTRE, OFFICE_SERVICES, SCHOOLS } from '../offices.ts'
import type { FormName } from './forms.ts'

/** What became of a declaration after it was handed in, deed by deed. */
export type Life = {
  readonly form: FormName
  readonly year: number
  readonly office: string
  readonly deeds: readonly LifeDeed[]
}

export type LifeDeed = { readonly on: string } & (
  | { readonly kind: 'send' }
  | { readonly kind: 'approve' }
  | { readonly kind: 'return'; readonly opinion: string }
  | { readonly kind: 'grant'; readonly amount: string }
  | { readonly kind: 'pay'; readonly payments: readonly Payment[] }
  | { readonly kind: 'report'; readonly month: number; readonly reached: Readonly<Record<string, Reached>> }
  | { readonly kind: 'revise'; readonly revision: Revision }
  | {
      readonly kind: 'self-evaluate'
      readonly reached: Readonly<Record<string, Reached>>
      readonly statement: string
    }
  | { readonly kind: 're-evaluate'; readonly opinion: string }
  | { readonly kind: 'archive' }
  | { readonly kind: 'contract'; readonly sitting: Sitting }
)

export type Payment = { readonly on: string; readonly amount: string; readonly payee: string; readonly purpose: string }

/** What stood in a row, why it fell short, and the points it is worth where the sheet was approved without any. */
export type Reached = { readonly actual: string; readonly reason?: string; readonly weight?: Decimal }

export type Revision = {
  readonly indicator: string
  readonly from: string
  readonly to: string
  readonly because: string
  /** The budget decision it follows from. */
  readonly decision: string
}

const [FIRST_SCHOOL = '', , THIRD_SCHOOL = ''] = SCHOOLS.map(({ name }) => name)

const DATABASE_HALF_YEAR: Readonly<Record<string, Reached>> = {
  运维工作计划完成率: { actual: '=100%' },
  故障解决率: { actual: '=100%' },
  故障恢复时间: { actual: '5.5小时' },
  各数据库平台可用性: { actual: '99.46%' },
  业务科室满意度: { actual: '96%' },
}

const DATABASE_YEAR: Readonly<Record<string, Reached>> = {
  运维工作计划完成率: { actual: '=100%', weight: decimal('15') },
  故障解决率: { actual: '=100%', weight: decimal('15') },
  故障恢复时间: { actual: '6.5小时', weight: decimal('15') },
  故障响应及时性: { actual: '及时', weight: decimal('10') },
  各数据库平台可用性: { actual: '99.42%', weight: decimal('15') },
  长效机制健全性: { actual: '建立健全', weight: decimal('10') },
  业务科室满意度: { actual: '96.8%', weight: decimal('10') },
}

const DECLARED_LIVES: readonly Life[] = [
  {
    form: 'database-support',
    year: 2024,
    office: EDUCATION_CENTRE,
    deeds: [
      { kind: 'send', on: '2024-01-22' },
      { kind: 'approve', on: '2024-01-29' },
      { kind: 'grant', on: '2024-02-05', amount: '180000' },
      {
        kind: 'pay',
        on: '2024-06-24',
        payments: [{ on: '2024-06-20', amount: '90000', payee: '澜图数据技术', purpose: '数据库技术保障上半年' }],
      },
      { kind: 'report', on: '2024-09-03', month: 8, reached: DATABASE_HALF_YEAR },
      {
        kind: 'pay',
        on: '2024-12-02',
        payments: [{ on: '2024-11-28', amount: '88200', payee: '澜图数据技术', purpose: '数据库技术保障下半年' }],
      },
      {
        kind: 'self-evaluate',
        on: '2025-01-16',
        reached: {
          ...DATABASE_YEAR,
          业务科室满意度: {
            actual: '93.5%',
            reason: '两个科室反映夜间报修等待较久，已改为双人值守',
            weight: decimal('10'),
          },
        },
        statement: '除业务科室满意度略低外，全年目标均已实现',
      },
      { kind: 're-evaluate', on: '2025-02-20', opinion: '记录齐全，自评得分属实' },
      { kind: 'archive', on: '2025-03-10' },
    ],
  },
  {
    form: 'cloud-office',
    year: 2025,
    office: EDUCATION_BUREAU,
    deeds: [
      { kind: 'send', on: '2024-10-28' },
      { kind: 'approve', on: '2024-11-06' },
      { kind: 'grant', on: '2025-01-13', amount: '372100' },
      {
        kind: 'pay',
        on: '2025-07-02',
        payments: [{ on: '2025-06-30', amount: '111630', payee: '岸汀软件', purpose: '云办公平台第二年首付款' }],
      },
      {
        kind: 'report',
        on: '2025-09-02',
        month: 8,
        reached: {
          试点学校完成率: { actual: '50%', reason: '九月起分两批上线，十一月前完成其余学校' },
          需求满足度: { actual: '91%' },
          办公无纸化普及率: { actual: '82%' },
          学校满意率: { actual: '86%' },
          教师满意率: { actual: '84%' },
        },
      },
    ],
  },
  {
    form: 'database-support',
    year: 2025,
    office: EDUCATION_CENTRE,
    deeds: [
      { kind: 'send', on: '2024-10-30' },
      { kind: 'approve', on: '2024-11-08' },
      { kind: 'grant', on: '2025-01-10', amount: '180000' },
      {
        kind: 'pay',
        on: '2025-06-23',
        payments: [{ on: '2025-06-19', amount: '90000', payee: '澜图数据技术', purpose: '数据库技术保障上半年' }],
      },
      { kind: 'report', on: '2025-09-02', month: 8, reached: DATABASE_HALF_YEAR },
      {
        kind: 'pay',
        on: '2025-12-01',
        payments: [{ on: '2025-11-27', amount: '90000', payee: '澜图数据技术', purpose: '数据库技术保障下半年' }],
      },
      { kind: 'self-evaluate', on: '2026-01-15', reached: DATABASE_YEAR, statement: '全年目标均已实现' },
    ],
  },
  {
    form: 'office-site-operation',
    year: 2025,
    office: OFFICE_SERVICES,
    deeds: [
      { kind: 'send', on: '2024-11-06' },
      { kind: 'approve', on: '2024-11-15' },
      { kind: 'grant', on: '2025-01-14', amount: '4768009' },
      {
        kind: 'pay',
        on: '2025-07-03',
        payments: [
          { on: '2025-03-21', amount: '1430402.70', payee: '栖木网络工程', purpose: '网络与机房运维首付款' },
          { on: '2025-06-27', amount: '953601.80', payee: '岸汀软件', purpose: '应用系统运维上半年' },
        ],
      },
      {
        kind: 'pay',
        on: '2025-12-22',
        payments: [
          { on: '2025-12-12', amount: '1406000.00', payee: '栖木网络工程', purpose: '网络与机房运维尾款' },
          { on: '2025-12-19', amount: '948000.00', payee: '岸汀软件', purpose: '应用系统运维下半年' },
        ],
      },
    ],
  },
  {
    form: 'office-site-upgrade',
    year: 2025,
    office: OFFICE_SERVICES,
    deeds: [
      { kind: 'send', on: '2024-10-31' },
      { kind: 'approve', on: '2024-11-12' },
      { kind: 'grant', on: '2025-01-14', amount: '1705440' },
    ],
  },
  {
    form: 'school-operation',
    year: 2025,
    office: FIRST_SCHOOL,
    deeds: [
      { kind: 'send', on: '2024-11-11' },
      { kind: 'approve', on: '2024-11-20' },
      { kind: 'grant', on: '2025-01-15', amount: '24000' },
      {
        kind: 'revise',
        on: '2025-04-14',
        revision: {
          indicator: '影响力目标-满意度-教师满意率',
          from: '≥80.00%',
          to: '≥85.00%',
          because: '教室设备已在寒假全部换新，提高满意度目标',
          decision: '澄教预〔2025〕12 号预算调整通知',
        },
      },
    ],
  },
  { form: 'school-operation', year: 2026, office: FIRST_SCHOOL, deeds: [{ kind: 'send', on: '2025-11-10' }] },
  {
    form: 'school-operation',
    year: 2026,
    office: THIRD_SCHOOL,
    deeds: [
      { kind: 'send', on: '2025-11-10' },
      { kind: 'return', on: '2025-11-12', opinion: '故障恢复时间请与维护合同一致' },
    ],
  },
]

/** With what was done under the contracts of each. */
export const LIVES: readonly Life[] = DECLARED_LIVES.map((life) => {
  const { form, year, office, deeds } = life
  const contracts = [OPERATION_CONTRACTS, UPGRADE_CONTRACTS].filter(
    (one) => one.form === form && one.year === year && one.office === office,
  )
  const sittings = contracts.flatMap((one) => one.sittings)
  return {
    ...life,
    deeds: [...deeds, ...sittings.map((sitting) => ({ kind: 'contract', on: sitting.on, sitting }) as const)],
  }
})
