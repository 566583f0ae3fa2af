import { z } from 'zod'
import type { Lifecycle } from '../lifecycle.ts'

export const SwapState = z.enum(['asked', 'agreed', 'declined', 'withdrawn'])
export type SwapState = z.infer<typeof SwapState>

/** 换班: one asks, the other agrees; until then nothing of the roster changes. */
export const SWAP: Lifecycle<SwapState> = {
  asked: ['agreed', 'declined', 'withdrawn'],
  agreed: [],
  declined: [],
  withdrawn: [],
}
