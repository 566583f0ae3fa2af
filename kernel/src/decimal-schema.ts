import { z } from 'zod'
import { type Decimal, isDecimal } from './decimal.ts'

/** Points, amounts and shares of a pack or a request: decimal text that is not below zero. */
export const NonNegativeDecimal = z.string().refine((text): text is Decimal => isDecimal(text) && !text.startsWith('-'))
