import { applyEdits, type CellEdit } from '@shiji/kernel/form/apply-edits'
import { parseCellAddress } from '@shiji/kernel/form/cell-address'
import { knownCells } from '@shiji/kernel/form/known-cells'
import { totalOfRows } from '@shiji/kernel/reevaluation/take-computed'
import type { PersonContext } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { saveNextVersion } from '../form-store.ts'
import { findTemplate, rulesOf } from '../official-sheets.ts'
import type { SelfEvaluation } from './self-evaluation-store.ts'

/** Figures the product itself puts into the form, with its total, as the next version of it. */
export async function writeFigures(
  tx: Tx,
  context: PersonContext,
  own: SelfEvaluation,
  edits: readonly CellEdit[],
): Promise<SelfEvaluation> {
  const template = findTemplate(own.content)
  const isKnown = knownCells(template, own.content)
  const known = (some: readonly CellEdit[]) =>
    some.filter(({ where }) => {
      const address = parseCellAddress(where)
      return address !== null && isKnown(address)
    })
  const write = (content: SelfEvaluation['content'], some: readonly CellEdit[]) => {
    const outcome = applyEdits(content, known(some), { isKnown, since: [] })
    if (!outcome.ok) throw new Error(`a computed figure cannot be written: ${outcome.problem.where}`)
    return outcome.value
  }
  const filled = write(own.content, edits)
  const summed = write(filled.content, totalOfRows(filled.content, rulesOf(filled.content, 'self-evaluation')))
  const applied = [...filled.applied, ...summed.applied]
  if (applied.length === 0) return own
  const { id: formId, content } = own
  const version = own.version + 1
  const saved = { savedAt: context.now, savedBy: context.actor.personId }
  const next = { formId, version, year: content.year ?? 0, content: summed.content, edits: applied }
  await saveNextVersion(tx, { ...next, ...saved })
  await recordInLedger(tx, context, { did: 'performance.computed-values-taken', formId, version, edits: applied })
  return { ...own, version, content: summed.content }
}
