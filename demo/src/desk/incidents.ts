import type { TicketDeed } from '@shiji/kernel/ticket/ticket-deed'
import { officeTime } from '../office-time.ts'
import { EDUCATION_BUREAU, OFFICE_SERVICES } from '../offices.ts'
import type { CallKind } from './calls.ts'

type Classified = Omit<Extract<TicketDeed, { kind: 'classify' }>, 'note'>

/** What struck a layer of the network or the machine room: classified, and confirmed by a second person. */
export type Incident = Pick<CallKind, 'what' | 'service' | 'scope' | 'kind' | 'cause' | 'done'> & {
  readonly on: string
  readonly at: Temporal.Instant
  readonly office: string
  readonly incident: Classified
}

/** `day time | office | what | service | layer | severity | cause | what was done` */
const LINES = `
2025-03-18 09:42|${EDUCATION_BUREAU}|三栋楼接入交换机同时掉线|network|access|urgent|hardware|更换接入交换机，核对配置
2025-05-27 02:16|${OFFICE_SERVICES}|主机房精密空调停机|facility|machine-room|major|environment|启用备机，更换压缩机接触器
2025-07-09 14:05|${OFFICE_SERVICES}|汇聚交换机光模块故障|network|aggregation|urgent|hardware|更换光模块，切回主链路
2025-09-02 08:11|${EDUCATION_BUREAU}|出口防火墙策略误删，外网全断|network|boundary|major|configuration|回退策略，补做变更审批
2025-10-23 03:10|${OFFICE_SERVICES}|机房市电闪断，UPS 未切换|facility|machine-room|urgent|environment|更换 UPS 旁路模块并演练
2025-12-04 10:27|${OFFICE_SERVICES}|东区接入设备环路|network|access|urgent|configuration|隔离环路端口，开启环路保护
2026-01-21 16:33|${OFFICE_SERVICES}|边界链路运营商割接超时|network|boundary|urgent|line|切换备用链路，向运营商追责
`

export const INCIDENTS: readonly Incident[] = LINES.trim()
  .split('\n')
  .map((line) => {
    const [moment = '', office = '', what = '', service = '', layer, severity, cause = '', done = ''] = line.split('|')
    const [on = '', time = ''] = moment.split(' ')
    const incident = { kind: 'classify', severity, scope: 'core', layer } as Classified
    return {
      on,
      at: officeTime(on, time),
      office,
      what,
      service,
      scope: 'core',
      kind: 'incident',
      cause,
      done,
      incident,
    }
  })
