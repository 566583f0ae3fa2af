import { z } from 'zod'
import { type Decimal, isDecimal } from './decimal.ts'

const isNotBelowZero = (text: string): text is Decimal => isDecimal(text) && !text.startsWith('-')

/** Points, amounts and shares of a pack or a request: decimal text that is not below zero. */
// What is no number is asked nothing more: the checks that follow compute with it.
export const NonNegativeDecimal = z.string().refine(isNotBelowZero, { abort: true })
