import { z } from 'zod'
import type { Lifecycle } from '../lifecycle.ts'

/** 变更: from filing to what came of it. */
export const ChangeState = z.enum(['reviewing', 'returned', 'approved', 'rejected', 'withdrawn', 'ended'])
export type ChangeState = z.infer<typeof ChangeState>

export const CHANGE: Lifecycle<ChangeState> = {
  reviewing: ['approved', 'returned', 'rejected', 'withdrawn'],
  returned: ['reviewing', 'rejected', 'withdrawn'],
  approved: ['ended'],
  rejected: [],
  withdrawn: ['reviewing'],
  ended: [],
}

export const ChangeRisk = z.enum(['low', 'medium', 'high'])
export type ChangeRisk = z.infer<typeof ChangeRisk>

/** 成功 · 部分完成 · 已回退 · 未实施. */
export const ChangeResult = z.enum(['succeeded', 'partly', 'backed-out', 'not-carried-out'])
export type ChangeResult = z.infer<typeof ChangeResult>
