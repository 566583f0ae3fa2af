import { compare, type Decimal, isZero } from '../decimal.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Wording } from '../wording.ts'
import type { MeterKind } from './meter.ts'

export type Limits = { readonly kind: MeterKind; readonly least: Decimal | null; readonly most: Decimal | null }

/** Whether a value lies outside what the meter should show; the limit of a meter that counts up is that of a month. */
export function isOutside({ kind, least, most }: Limits, value: Decimal): boolean {
  if (kind === 'energy' || kind === 'counted') return false
  return (least !== null && compare(value, least) < 0) || (most !== null && compare(value, most) > 0)
}

export const VALUE_WORDS = {
  'of-missing': { zh: '这里要写总数，而且不为零。', en: 'The number of all is needed here, and not zero.' },
  'of-not-asked': { zh: '这个表计没有总数，请留空。', en: 'This meter has no number of all; leave it empty.' },
  'more-than-all': { zh: '读数大于总数。请核对。', en: 'The reading is more than all. Check it.' },
  'ran-back': {
    zh: '比前一次小或比后一次大。换表请停用旧表、另建新表。',
    en: 'Less than the one before, or more than the one after. For a new meter end the old one.',
  },
} as const satisfies Readonly<Record<string, Wording>>

export type ReadingProblem = keyof typeof VALUE_WORDS

type Neighbours = { readonly before: Decimal | null; readonly after: Decimal | null }

/** A reading of this meter, beside those before and after it in time. A share has both its numbers, or says nothing. */
export function judgeValue(
  kind: MeterKind,
  { value, of }: { readonly value: Decimal; readonly of: Decimal | null },
  { before, after }: Neighbours,
): Result<null, ReadingProblem> {
  if (kind === 'counted' && (of === null || isZero(of))) return fail('of-missing')
  if (kind !== 'counted' && of !== null) return fail('of-not-asked')
  if (kind === 'counted' && of !== null && compare(value, of) > 0) return fail('more-than-all')
  const runsBack = (before !== null && compare(value, before) < 0) || (after !== null && compare(value, after) > 0)
  return kind === 'energy' && runsBack ? fail('ran-back') : ok(null)
}
