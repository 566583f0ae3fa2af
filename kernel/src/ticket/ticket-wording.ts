import type { Layer, Scope, Severity, TicketKind } from '../severity/ticket-class.ts'
import type { Wording } from '../wording.ts'
import type { DeedKind } from './ticket-deed.ts'
import type { TicketState } from './ticket-state.ts'

export const STATE_WORDS: Readonly<Record<TicketState, Wording>> = {
  waiting: { zh: '待受理', en: 'waiting' },
  working: { zh: '处理中', en: 'being worked on' },
  paused: { zh: '已挂起', en: 'paused' },
  resolved: { zh: '待关闭', en: 'resolved, to be closed' },
  closed: { zh: '已关闭', en: 'closed' },
  withdrawn: { zh: '已撤销', en: 'withdrawn' },
}

export const DEED_WORDS: Readonly<Record<DeedKind, Wording>> = {
  accept: { zh: '受理', en: 'Accept' },
  arrive: { zh: '到场', en: 'Arrived' },
  restore: { zh: '恢复服务', en: 'Service restored' },
  resolve: { zh: '完成', en: 'Resolve' },
  close: { zh: '关单', en: 'Close the ticket' },
  pause: { zh: '挂起', en: 'Pause' },
  resume: { zh: '继续处理', en: 'Resume' },
  reopen: { zh: '重新打开', en: 'Reopen' },
  cancel: { zh: '撤销', en: 'Withdraw' },
  merge: { zh: '合并', en: 'Merge' },
  reassign: { zh: '转派', en: 'Reassign' },
  classify: { zh: '改定级', en: 'Reclassify' },
  confirm: { zh: '复核定级', en: 'Confirm the class' },
  project: { zh: '改归项目', en: 'Change the project' },
  note: { zh: '补充说明', en: 'Add a note' },
}

export const SEVERITY_WORDS: Readonly<Record<Severity, Wording>> = {
  minor: { zh: '轻微', en: 'minor' },
  normal: { zh: '一般', en: 'normal' },
  urgent: { zh: '紧急', en: 'urgent' },
  major: { zh: '重大', en: 'major' },
}

export const SCOPE_WORDS: Readonly<Record<Scope, Wording>> = {
  one: { zh: '1 人', en: 'one person' },
  department: { zh: '部门', en: 'a department' },
  building: { zh: '整楼', en: 'a building' },
  core: { zh: '核心', en: 'the core' },
}

export const LAYER_WORDS: Readonly<Record<Layer, Wording>> = {
  access: { zh: '接入', en: 'access' },
  aggregation: { zh: '汇聚', en: 'aggregation' },
  boundary: { zh: '边界', en: 'boundary' },
  'security-core': { zh: '安全核心', en: 'security core' },
  'machine-room': { zh: '机房', en: 'machine room' },
}

export const KIND_WORDS: Readonly<Record<TicketKind, Wording>> = {
  incident: { zh: '事件', en: 'incident' },
  request: { zh: '请求', en: 'request' },
}
