import { z } from 'zod'
import type { Lifecycle } from '../lifecycle.ts'

/** 重大事件: 处置中 · 已结束 · 已复盘. */
export const MajorState = z.enum(['running', 'over', 'reviewed'])
export type MajorState = z.infer<typeof MajorState>

/** What flares up again goes on; what was reviewed stays as it was found. */
export const MAJOR: Lifecycle<MajorState> = { running: ['over'], over: ['running', 'reviewed'], reviewed: [] }
