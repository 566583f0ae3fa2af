import type { Lights } from '@shiji/kernel/cockpit/sum-up'
import type { SaidRow } from './say-row.ts'

/** How many rows stand at each light; a row nobody bound to records has none. */
export function countLights(rows: readonly Pick<SaidRow, 'light'>[]): Lights {
  const count = (light: SaidRow['light']) => rows.filter((row) => row.light === light).length
  const unbound = count(null)
  return { alarm: count('alarm'), watch: count('watch'), fine: count('fine'), notBegun: count('not-begun'), unbound }
}
