import { z } from 'zod'

/** 待受理 · 处理中 · 已挂起 · 待关闭 · 已关闭 · 已撤销. */
export const TicketState = z.enum(['waiting', 'working', 'paused', 'resolved', 'closed', 'withdrawn'])
export type TicketState = z.infer<typeof TicketState>
