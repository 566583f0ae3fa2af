import { evaluation } from '@shiji/contract/evaluation'
import { performance } from '@shiji/contract/performance'
import type { IndicatorRow } from '@shiji/kernel/form/form-content'
import { officeTime } from '../office-time.ts'
import { decideOn } from './decide-case.ts'
import { contactOf, type Declared } from './declared.ts'
import type { LifeDeed, Reached } from './lives.ts'

/** Opened with what the office knows, filled in row by row, handed in, and accepted by every desk the same day. */
export async function fillSelfEvaluation(
  declared: Declared,
  { on, reached, statement }: Extract<LifeDeed, { kind: 'self-evaluate' }>,
): Promise<void> {
  const { ask } = await contactOf(declared, on)
  const { id } = await ask(evaluation.startSelfEvaluation, { id: declared.id }, officeTime(on, '09:10'))
  const { version, content } = await ask(performance.openForm, { id }, officeTime(on, '09:11'))
  const edits = content.indicators.flatMap((row, index) => editsOf(row, index, reached[row.level3]))
  const saved = await ask(performance.editCells, { id, version, edits }, officeTime(on, '09:24'))
  await ask(evaluation.handInSelfEvaluation, { id, version: saved.version, statement }, officeTime(on, '09:26'))
  const agreed = { verb: 'agree', opinion: '完成情况与记录相符' } as const
  await decideOn(declared, { kind: 'self-evaluation', id }, { ...agreed, on, from: '13:58' })
}

function editsOf(row: IndicatorRow, index: number, found: Reached | undefined) {
  if (found === undefined) throw new Error(`nothing is told of ${row.level3}`)
  const cell = (column: string, was: string | null, now: string) => ({
    where: `indicators[${index}].${column}`,
    was: was ?? '',
    now,
  })
  const weight = row.weight ?? found.weight
  if (weight === undefined) throw new Error(`nobody says what ${row.level3} is worth`)
  return [
    ...(row.weight === null ? [cell('weight', row.weight, weight)] : []),
    cell('actual', row.actual, found.actual),
    ...(found.reason === undefined ? [] : [cell('reason', row.reason, found.reason)]),
    // Words are scored by the unit; here they hold in full.
    ...(/\d/.test(found.actual) ? [] : [cell('score', row.score, weight)]),
  ]
}
