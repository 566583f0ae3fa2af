import { fold } from '../cells/cell-text.ts'
import { levelKey } from '../words/level-words.ts'
import type { DraftRow } from './indicator-draft.ts'

export type Levels = { readonly level1: string; readonly level2: string }

/** What the other forms of the same kind in a file say about the levels of an indicator, by its name. */
export type SisterLevels = (form: number, name: string) => Levels | null

type Votes = Map<string, { readonly levels: Levels; readonly forms: Set<number> }>

/**
 * Every undamaged row is a vote of its form. The levels most of the other forms print are the answer; when they are
 * divided there is none.
 */
export function sisterLevels(
  forms: readonly { readonly rows: readonly DraftRow[]; readonly kind: string }[],
): SisterLevels {
  const votes = new Map<string, Votes>()
  forms.forEach(({ rows, kind }, form) => {
    rows.forEach((row, index) => {
      if (row.displaced || row.doubts.length > 0 || row.level1 === '' || afterLostValue(rows, index)) return
      const key = `${kind} ${nameKey(row.level3)}`
      const named = votes.get(key) ?? new Map()
      const voted = named.get(levelsKey(row)) ?? {
        levels: { level1: row.level1, level2: row.level2 },
        forms: new Set(),
      }
      voted.forms.add(form)
      votes.set(key, named.set(levelsKey(row), voted))
    })
  })
  return (form, name) => majority(votes.get(`${forms[form]?.kind} ${nameKey(name)}`), form)
}

function majority(votes: Votes | undefined, form: number): Levels | null {
  let best: { readonly levels: Levels; readonly count: number } | null = null
  let divided = false
  for (const { levels, forms } of votes?.values() ?? []) {
    const count = forms.size - (forms.has(form) ? 1 : 0)
    if (count === 0 || count < (best?.count ?? 0)) continue
    divided = count === best?.count
    best = { levels, count }
  }
  return divided ? null : (best?.levels ?? null)
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
