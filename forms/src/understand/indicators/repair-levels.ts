import { fold } from '../cells/cell-text.ts'
import { raise } from '../understand-wording.ts'
import { type LevelWords, levelKey } from '../words/level-words.ts'
import type { DraftRow } from './indicator-draft.ts'
import { type Levels, levelsKey } from './sister-levels.ts'

type Evidence = { readonly words: LevelWords; readonly sister: (name: string) => Levels | null }

/** Moves labels that slipped by a row, where sister forms or the name itself say so; every move is a doubt. */
export function repairLevels(rows: readonly DraftRow[], evidence: Evidence): DraftRow[] {
  const repaired: DraftRow[] = []
  const present = new Set(rows.map(({ level2 }) => levelKey(level2)))
  let uncertainLabel = false
  rows.forEach((row, index) => {
    if (row.stated.level1 !== '' || row.stated.level2 !== '') uncertainLabel = false
    const above = repaired[index - 1]
    const before = above === undefined ? null : { level1: above.level1, level2: above.level2 }
    const early = earlyLabel(row, { before, present, evidence })
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

type Around = { readonly before: Levels | null; readonly present: ReadonlySet<string>; readonly evidence: Evidence }

/** A label printed on this row although the row belongs to the group above it. */
function earlyLabel(
  row: DraftRow,
  { before, present, evidence }: Around,
): { levels: Levels; uncertain: boolean } | null {
  if (before === null || row.displaced || (row.stated.level1 === '' && row.stated.level2 === '')) return null
  const sister = evidence.sister(row.level3)
  if (sister !== null && levelsKey(sister) !== levelsKey(row) && levelsKey(sister) === levelsKey(before)) {
    return { levels: before, uncertain: false }
  }
  const lost = sister === null ? lostLabel(row, { before, present, evidence }) : null
  return lost === null ? null : { levels: { level1: before.level1, level2: lost }, uncertain: true }
}

/** The name itself says the level 2 that nobody printed: 项目实施支出成本合理性, when 成本 should have followed 时效. */
function lostLabel(row: DraftRow, { before, present, evidence }: Around): string | null {
  if (before === null || row.stated.level1 === '' || levelKey(row.stated.level1) === levelKey(before.level1))
    return null
  const order = evidence.words.level2Under(before.level1)
  const from = order.indexOf(levelKey(before.level2))
  const name = fold(row.level3)
  const printed = fold(`${row.stated.level1}${row.stated.level2}`)
  const lost = (word: string) => !present.has(word) && name.includes(word) && !printed.includes(word)
  const key = from < 0 ? undefined : order.slice(from + 1).find(lost)
  if (key === undefined) return null
  return before.level2.endsWith('指标') ? `${key}指标` : key
}

/** A label printed further down than this belongs to other rows. */
const LOOK_AHEAD = 40

type Place = { readonly rows: readonly DraftRow[]; readonly index: number; readonly evidence: Evidence }

/** A label that the next page prints belongs to this row already, when the sister forms say so. */
function sisterRepair(row: DraftRow, { rows, index, evidence }: Place): DraftRow {
  const sister = evidence.sister(row.level3)
  if (sister === null || levelsKey(sister) === levelsKey(row)) return row
  const next = rows.slice(index + 1, index + LOOK_AHEAD).find(({ stated }) => stated.level2 !== '')
  const late = row.stated.level2 === '' && next !== undefined && levelsKey(next) === levelsKey(sister)
  const level = `${sister.level1}/${sister.level2}`
  if (late) {
    return { ...row, ...sister, doubts: [...row.doubts, raise('level-label-late', 'level2', { level })] }
  }
  if (!row.displaced) return row
  const doubt = raise('level-suspect', 'level2', { other: level, level: `${row.level1}/${row.level2}` })
  return { ...row, doubts: [...row.doubts, doubt] }
}
