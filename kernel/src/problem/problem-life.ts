import { z } from 'zod'
import type { Lifecycle } from '../lifecycle.ts'

/** 问题: 查找原因 · 原因已明 · 已关闭. */
export const ProblemState = z.enum(['open', 'known', 'closed'])
export type ProblemState = z.infer<typeof ProblemState>

/** A cause is known before a problem is closed; found wrong, it is looked for again. */
export const PROBLEM: Lifecycle<ProblemState> = { open: ['known'], known: ['open', 'closed'], closed: [] }

/** Where a problem stands with this cause written down. */
export function stateOfCause(cause: string): ProblemState {
  return cause === '' ? 'open' : 'known'
}
