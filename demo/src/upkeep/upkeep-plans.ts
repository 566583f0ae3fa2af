import type { PlanKind } from '@shiji/contract/upkeep'
import { decimal } from '@shiji/kernel/decimal'
import type { Check } from '@shiji/kernel/upkeep/check'
import type { Frequency } from '@shiji/kernel/upkeep/frequency'
import { EDUCATION_CENTRE, NETWORK_FIRM, OFFICE_SERVICES, SOFTWARE_FIRM } from '../offices.ts'
import { type DemoPerson, NEWCOMER, PEOPLE } from '../people.ts'

type DemoPoint = {
  readonly code: string
  readonly name: string
  readonly place: string
  readonly checks: Check[]
}

export type DemoPlan = {
  readonly office: string
  readonly kind: PlanKind
  readonly name: string
  readonly frequency: Frequency
  readonly graceHours: number
  readonly points: readonly DemoPoint[]
  /** On duty: how many at once, and who takes turns. */
  readonly peopleNeeded?: number
  readonly crew?: readonly DemoPerson[]
  /** What is written down when it is done. */
  readonly notes: readonly string[]
}

const HEAT: Check = { kind: 'number', name: '温度', unit: '℃', least: decimal('18'), most: decimal('27') }
const DAMP: Check = { kind: 'number', name: '湿度', unit: '%', least: decimal('35'), most: decimal('65') }
const LIGHTS: Check = { kind: 'in-order', name: '指示灯' }

function pointsOf(prefix: string, place: string): DemoPoint[] {
  return [
    { code: `${prefix}-01`, name: '精密空调', place, checks: [HEAT, DAMP] },
    { code: `${prefix}-02`, name: '不间断电源', place, checks: [LIGHTS] },
    { code: `${prefix}-03`, name: '核心交换机', place, checks: [LIGHTS] },
    { code: `${prefix}-04`, name: '服务器机柜', place, checks: [LIGHTS] },
    { code: `${prefix}-05`, name: '消防钢瓶', place, checks: [LIGHTS] },
  ]
}

const TWICE: Frequency = {
  kind: 'windows',
  days: 'every-day',
  windows: [
    { from: '08:00', to: '11:00' },
    { from: '15:00', to: '18:00' },
  ],
}
const MONTHLY: Frequency = { kind: 'within', every: 'month' }
const QUARTERLY: Frequency = { kind: 'within', every: 'quarter' }
const HALF_YEARLY: Frequency = { kind: 'within', every: 'half-year' }
const REPORT: Frequency = { kind: 'after', every: 'month', days: 'every-day', workingDays: 5 }

const MEETING = ['通报上月工单和巡检情况，布置本月重点', '讨论备件到货和夜间值守', '核对故障原因，落实整改人']
const MONTH_REPORT = ['上月工单、巡检、故障和遗留问题已汇总报送']
const NO_POINTS = { points: [] }

const SHIFTS: Frequency = {
  kind: 'windows',
  days: 'every-day',
  windows: [
    { from: '08:00', to: '20:00' },
    { from: '20:00', to: '08:00' },
  ],
}
const OFFICE_HOURS: Frequency = { kind: 'windows', days: 'working-days', windows: [{ from: '08:30', to: '17:30' }] }

/** Whoever works with their hands in these offices; who joined last was not there yet. */
function crewOf(...offices: readonly string[]): DemoPerson[] {
  return PEOPLE.filter(
    ({ login, office, hasJoined, roles }) =>
      hasJoined &&
      login !== NEWCOMER.login &&
      office !== null &&
      offices.includes(office) &&
      (roles.includes('duty-operator') || roles.includes('engineer')),
  )
}

/** What two offices do again and again. */
export const DEMO_PLANS: readonly DemoPlan[] = [
  {
    office: OFFICE_SERVICES,
    kind: 'inspection',
    name: '机房及附属设备安全巡检',
    frequency: TWICE,
    graceHours: 3,
    points: pointsOf('HP', '湖畔办公点机房'),
    notes: [''],
  },
  {
    office: EDUCATION_CENTRE,
    kind: 'inspection',
    name: '中心机房周巡检',
    frequency: { kind: 'within', every: 'week' },
    graceHours: 24,
    points: pointsOf('JX', '教育中心机房'),
    notes: [''],
  },
  {
    office: OFFICE_SERVICES,
    kind: 'presence',
    name: '驻场运维到岗',
    frequency: OFFICE_HOURS,
    graceHours: 0,
    peopleNeeded: 3,
    crew: crewOf(NETWORK_FIRM, SOFTWARE_FIRM).slice(0, 3),
    notes: [],
    ...NO_POINTS,
  },
  ...[OFFICE_SERVICES, EDUCATION_CENTRE].flatMap((office): DemoPlan[] => [
    {
      office,
      kind: 'duty',
      name: '机房 7×24 值守',
      frequency: SHIFTS,
      graceHours: 1,
      crew: crewOf(office),
      notes: [],
      ...NO_POINTS,
    },
    {
      office,
      kind: 'meeting',
      name: '运维月度例会',
      frequency: MONTHLY,
      graceHours: 168,
      notes: MEETING,
      ...NO_POINTS,
    },
    { office, kind: 'report', name: '运维月报', frequency: REPORT, graceHours: 480, notes: MONTH_REPORT, ...NO_POINTS },
    {
      office,
      kind: 'upgrade',
      name: '设备维护升级',
      frequency: QUARTERLY,
      graceHours: 336,
      notes: ['按清单完成固件升级和除尘，逐台签认'],
      ...NO_POINTS,
    },
    {
      office,
      kind: 'drill',
      name: '断电应急演练',
      frequency: HALF_YEARLY,
      graceHours: 336,
      notes: ['切换到后备电源，恢复用时有记录'],
      ...NO_POINTS,
    },
  ]),
]
