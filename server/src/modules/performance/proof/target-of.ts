import type { IndicatorRow } from '@shiji/kernel/form/form-content'
import { parseTarget } from '@shiji/kernel/target/parse-target'
import type { Target } from '@shiji/kernel/target/target'

type Promised = Pick<IndicatorRow, 'target' | 'level1' | 'level2' | 'level3'>

/** Boards are looked at again and again, and the text of an approved row does not change. */
const READ = new Map<string, Target>()
const MOST = 10_000

/** What a row promises. The text is the record; what it reads as is worked out once. */
export function targetOf({ target, level1, level2, level3 }: Promised): Target {
  const text = target ?? ''
  const key = JSON.stringify([text, level1, level2, level3])
  const known = READ.get(key)
  if (known !== undefined) return known
  const read = parseTarget(text, { indicator: level3, level1, level2 })
  if (READ.size >= MOST) READ.clear()
  READ.set(key, read)
  return read
}
