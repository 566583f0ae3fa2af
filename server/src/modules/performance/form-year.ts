import type { FormContent } from '@shiji/kernel/form/form-content'
import { refuse } from '#platform/refusal'

/** The database checks the same. */
const [FIRST_YEAR, LAST_YEAR] = [1990, 2100]

export function requireYear({ year }: Pick<FormContent, 'year'>): number {
  if (year !== null && year >= FIRST_YEAR && year <= LAST_YEAR) return year
  return refuse('year-missing', { from: FIRST_YEAR, to: LAST_YEAR })
}
