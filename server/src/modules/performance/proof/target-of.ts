import type { IndicatorRow } from '@shiji/kernel/form/form-content'
import { parseTarget } from '@shiji/kernel/target/parse-target'
import type { Target } from '@shiji/kernel/target/target'

type Promised = Pick<IndicatorRow, 'target' | 'level1' | 'level2' | 'level3'>

/** What a row promises. The text is the record. */
export function targetOf({ target, level1, level2, level3 }: Promised): Target {
  return parseTarget(target ?? '', { indicator: level3, level1, level2 })
}
