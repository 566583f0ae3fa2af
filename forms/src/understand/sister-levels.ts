import { fold } from './cell-text.ts'
import type { DraftRow } from './indicator-draft.ts'
import { levelKey } from './level-words.ts'

export type Levels = { readonly level1: string; readonly level2: string }

/** What the other forms of the same file say about the levels of an indicator, by its name. */
export type SisterLevels = (name: string) => Levels | null

/**
 * Counts every undamaged row of the sister forms once per form. The levels most of them print are the answer;
 * when they are divided there is none.
 */
export function sisterLevels(forms: readonly (readonly DraftRow[])[]): SisterLevels {
  const votes = new Map<string, Map<string, { levels: Levels; count: number }>>()
  for (const rows of forms) {
    rows.forEach((row, index) => {
      if (row.displaced || row.doubts.length > 0 || row.level1 === '' || afterLostValue(rows, index)) return
      const byLevels = votes.get(nameKey(row.level3)) ?? new Map<string, { levels: Levels; count: number }>()
      const key = levelsKey(row)
      const levels = { level1: row.level1, level2: row.level2 }
      byLevels.set(key, { levels, count: (byLevels.get(key)?.count ?? 0) + 1 })
      votes.set(nameKey(row.level3), byLevels)
    })
  }
  return (name) => {
    const ranked = [...(votes.get(nameKey(name))?.values() ?? [])].sort((a, b) => b.count - a.count)
    const [first, second] = ranked
    return first !== undefined && first.count > (second?.count ?? 0) ? first.levels : null
  }
}

export function levelsKey({ level1, level2 }: Levels): string {
  return `${levelKey(level1)}/${levelKey(level2)}`
}

/** Where a value is lost the labels around it have slipped too. */
export function afterLostValue(rows: readonly DraftRow[], index: number): boolean {
  return rows[index - 1]?.doubts.some(({ code }) => code === 'shifted-right-value-lost') ?? false
}

/** rules.md §2.3: sister forms turn words around (运维工作日志报告… 运维日志工作报告…) or drop a final 数. */
function nameKey(name: string): string {
  return [...fold(name).replace(/数$/, '')].sort().join('')
}
