import type { Doubt } from '@shiji/kernel/form/form-content'
import { raise } from '../understand-wording.ts'
import { type LevelWords, levelKey } from '../words/level-words.ts'
import type { DraftRow } from './indicator-draft.ts'

/**
 * Carries printed levels down to the rows of their merged cells. A label that is missing at the top was printed in the
 * head row, or further down after a page break.
 */
export function carryLevels(
  rows: readonly DraftRow[],
  { level1InHead, printsLevels }: { level1InHead: string | null; printsLevels: boolean },
): DraftRow[] {
  if (!printsLevels) return [...rows]
  let level1 = ''
  let level2 = ''
  let fromHead = false
  return rows.map((row, index) => {
    const { stated } = row
    if (stated.level1 !== '') {
      fromHead = false
      level2 = ''
      level1 = stated.level1
    } else if (level1 === '' && level1InHead !== null) {
      level1 = level1InHead
      fromHead = true
    }
    if (stated.level2 !== '') level2 = stated.level2
    const doubts: Doubt[] = fromHead ? [raise('level-in-head', 'level1', { level1 })] : []
    if (level1 !== '') return { ...row, level1, level2, doubts: [...row.doubts, ...doubts] }
    return labelBelow({ ...row, level1, level2 }, rows.slice(index + 1, index + LOOK_AHEAD))
  })
}

/** A label printed further down than this belongs to other rows. */
const LOOK_AHEAD = 40

function labelBelow(row: DraftRow, below: readonly DraftRow[]): DraftRow {
  const late = below.find(({ stated }) => stated.level1 !== '')?.stated
  if (late === undefined) return { ...row, doubts: [...row.doubts, raise('level-missing', 'level1')] }
  const level2 = row.level2 === '' ? late.level2 : row.level2
  const doubt = raise('level-label-late', 'level1', { level: late.level1 })
  return { ...row, level1: late.level1, level2, doubts: [...row.doubts, doubt] }
}

/** A name broken over the page stands above labels that the next page prints: they are its own. */
export function takeLabelsAfterBreak(rows: readonly DraftRow[]): DraftRow[] {
  return rows.map((row, index) => {
    const next = rows[index + 1]
    const split = row.doubts.some(({ code }) => code === 'name-split')
    const unlabelled = row.stated.level1 === '' && row.stated.level2 === ''
    if (!split || !unlabelled || next === undefined || next.stated.level1 === '') return row
    const { level1, level2 } = next.stated
    const doubt = raise('level-label-late', 'level1', { level: `${level1}/${level2}` })
    const others = row.doubts.filter(({ code }) => code !== 'level-in-head')
    return { ...row, level1, level2, doubts: [...others, doubt] }
  })
}

/**
 * A level 2 of the tree is missing between two that are printed, and the first of them has unlabelled rows: one of
 * those may have lost its label.
 */
export function suspectMissingLabels(rows: readonly DraftRow[], words: LevelWords): DraftRow[] {
  const printed = new Set(rows.map(({ level1, level2 }) => `${levelKey(level1)}/${levelKey(level2)}`))
  return rows.map((row, index) => {
    if (row.stated.level2 !== '' || row.displaced || row.level2 === '') return row
    const next = rows.slice(index + 1, index + LOOK_AHEAD).find(({ stated }) => stated.level2 !== '')
    if (next === undefined || levelKey(next.level1) !== levelKey(row.level1)) return row
    const order = words.level2Under(row.level1)
    const [from, to] = [order.indexOf(levelKey(row.level2)), order.indexOf(levelKey(next.level2))]
    const missing =
      from < 0 || to < 0
        ? undefined
        : order.slice(from + 1, to).find((key) => !printed.has(`${levelKey(row.level1)}/${key}`))
    if (missing === undefined || !CORE.includes(missing)) return row
    const doubt = raise('level-suspect', 'level2', { other: missing, level: `${row.level1}/${row.level2}` })
    return { ...row, doubts: [...row.doubts, doubt] }
  })
}

/** Every tree of the central frame asks for these three; other branches are left out at will. */
const CORE: readonly string[] = ['数量', '质量', '时效']
