import { parseTarget } from '../target/parse-target.ts'
import type { Target } from '../target/target.ts'
import type { FormContent, IndicatorRow } from './form-content.ts'

/** What a row of a form promises: its levels and the year of the form decide where the text alone does not. */
export function targetOfRow(
  { target, level1, level2, level3 }: Pick<IndicatorRow, 'target' | 'level1' | 'level2' | 'level3'>,
  { year }: Pick<FormContent, 'year'>,
): Target {
  return parseTarget(target, { level1, level2, indicator: level3, ...(year === null ? {} : { fiscalYear: year }) })
}
