import { fold } from './cell-text.ts'
import type { DraftRow } from './indicator-draft.ts'
import { type LevelWords, levelKey } from './level-words.ts'
import { type Levels, levelsKey, type SisterLevels } from './sister-levels.ts'
import { raise } from './understand-wording.ts'

type Evidence = { readonly words: LevelWords; readonly sister: SisterLevels }

/** Moves labels that slipped by a row, where sister forms or the name itself say so; every move is a doubt. */
export function repairLevels(rows: readonly DraftRow[], evidence: Evidence): DraftRow[] {
  const repaired: DraftRow[] = []
  let uncertainLabel = false
  rows.forEach((row, index) => {
    if (row.stated.level1 !== '' || row.stated.level2 !== '') uncertainLabel = false
    const above = repaired[index - 1]
    const before = above === undefined ? null : { level1: above.level1, level2: above.level2 }
    const early = earlyLabel(row, { before, rows, evidence })
    if (early !== null) {
      uncertainLabel = early.uncertain
      repaired.push(moved(row, early.levels))
    } else if (uncertainLabel) {
      const level = `${row.level1}/${row.level2}`
      const doubt = raise('level-suspect', 'level2', { other: `${before?.level1}/${before?.level2}`, level })
      repaired.push({ ...row, doubts: [...row.doubts, doubt] })
    } else {
      repaired.push(sisterRepair(row, { rows, index, evidence }))
    }
  })
  return repaired
}

function moved(row: DraftRow, levels: Levels): DraftRow {
  const doubt = raise('level-label-early', 'level1', {
    printed: `${row.level1}/${row.level2}`,
    level: `${levels.level1}/${levels.level2}`,
  })
  return { ...row, ...levels, doubts: [...row.doubts, doubt] }
}

type Around = { readonly before: Levels | null; readonly rows: readonly DraftRow[]; readonly evidence: Evidence }

/** A label printed on this row although the row belongs to the group above it. */
function earlyLabel(row: DraftRow, { before, rows, evidence }: Around): { levels: Levels; uncertain: boolean } | null {
  if (before === null || row.displaced || (row.stated.level1 === '' && row.stated.level2 === '')) return null
  const sister = evidence.sister(row.level3)
  if (sister !== null && levelsKey(sister) !== levelsKey(row) && levelsKey(sister) === levelsKey(before)) {
    return { levels: before, uncertain: false }
  }
  const lost = sister === null ? lostLabel(row, { before, rows, evidence }) : null
  return lost === null ? null : { levels: { level1: before.level1, level2: lost }, uncertain: true }
}

/** The name itself says the level 2 that nobody printed: 项目实施支出成本合理性, when 成本 should have followed 时效. */
function lostLabel(row: DraftRow, { before, rows, evidence }: Around): string | null {
  if (before === null || row.stated.level1 === '' || levelKey(row.stated.level1) === levelKey(before.level1))
    return null
  const order = evidence.words.level2Under(before.level1)
  const from = order.indexOf(levelKey(before.level2))
  const present = new Set(rows.map(({ level2 }) => levelKey(level2)))
  const name = fold(row.level3)
  const key = from < 0 ? undefined : order.slice(from + 1).find((word) => !present.has(word) && name.includes(word))
  if (key === undefined) return null
  return before.level2.endsWith('指标') ? `${key}指标` : key
}

type Place = { readonly rows: readonly DraftRow[]; readonly index: number; readonly evidence: Evidence }

/** A label that the next page prints belongs to this row already, when the sister forms say so. */
function sisterRepair(row: DraftRow, { rows, index, evidence }: Place): DraftRow {
  const sister = evidence.sister(row.level3)
  if (sister === null || levelsKey(sister) === levelsKey(row)) return row
  const next = rows.slice(index + 1).find(({ stated }) => stated.level2 !== '')
  const late =
    row.stated.level2 === '' && next !== undefined && levelsKey({ ...next, level1: next.level1 }) === levelsKey(sister)
  const level = `${sister.level1}/${sister.level2}`
  if (late) {
    return { ...row, ...sister, doubts: [...row.doubts, raise('level-label-late', 'level2', { level })] }
  }
  if (!row.displaced) return row
  const doubt = raise('level-suspect', 'level2', { other: level, level: `${row.level1}/${row.level2}` })
  return { ...row, doubts: [...row.doubts, doubt] }
}
