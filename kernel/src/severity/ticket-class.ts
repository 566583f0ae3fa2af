import { z } from 'zod'

/** How many are hit: one person, a department, a building, the core of the network. */
export const Scope = z.enum(['one', 'department', 'building', 'core'])
/** 轻微 · 一般 · 紧急 · 重大. */
export const Severity = z.enum(['minor', 'normal', 'urgent', 'major'])
/** 接入 · 汇聚 · 边界 · 安全核心 · 机房: where incidents are counted a year (rules.md §4.3). */
export const Layer = z.enum(['access', 'aggregation', 'boundary', 'security-core', 'machine-room'])
/** 事件 · 请求. */
export const TicketKind = z.enum(['incident', 'request'])

export type Scope = z.infer<typeof Scope>
export type Severity = z.infer<typeof Severity>
export type Layer = z.infer<typeof Layer>
export type TicketKind = z.infer<typeof TicketKind>
