import type { FormId } from '@shiji/contract/performance'
import type { CellEdit } from '@shiji/kernel/form/apply-edits'
import { takeComputed } from '@shiji/kernel/reevaluation/take-computed'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { hashContent } from '../life/content-hash.ts'
import { moveDeclaration } from '../life/move-declaration.ts'
import { rulesOf } from '../official-sheets.ts'
import { evaluate, loadFacts } from './load-facts.ts'
import { openPoints, saySelfEvaluation } from './say-self-evaluation.ts'
import { lockSelfEvaluation, type SelfEvaluation, saveHandedIn } from './self-evaluation-store.ts'
import { writeFigures } from './write-figures.ts'

type Input = { readonly id: FormId; readonly version: number; readonly statement: string }

/** Closed with the evaluation as the rules gave it that day; open points are settled before. */
export async function handInSelfEvaluation(context: Context, { id, version, statement }: Input) {
  requirePermission(context, 'performance.write')
  const { actor, now } = context

  return inTransaction(context.db, async (tx) => {
    const filled = (await lockSelfEvaluation(tx, actor, id)) ?? refuse('not-found')
    if (filled.state === 'handed-in') refuse('self-evaluation-closed')
    if (filled.version !== version) refuse('changed-meanwhile')
    const problems = openPoints(context, await loadFacts(tx, context, filled), statement)
    const [first] = problems
    if (first !== undefined) refuse('self-evaluation-open', { count: problems.length, message: first.message })

    const own = await writeFigures(tx, context, filled, pointsByRule(filled))
    const evaluation = evaluate(own)
    const total = evaluation.printedTotal ?? evaluation.total
    const grade = (evaluation.printedTotal === null ? evaluation.grade : evaluation.printedGrade)?.zh ?? null
    const sha256 = hashContent(own.content)
    const handedIn = { statement, evaluation: JSON.stringify(evaluation), total, grade, version: own.version, sha256 }
    await saveHandedIn(tx, id, { ...handedIn, handedInAt: now, handedInBy: actor.personId })
    await moveDeclaration(tx, context, { id: own.declarationId, deed: 'self-evaluate', opinion: statement })
    await recordInLedger(tx, context, {
      did: 'performance.self-evaluation-handed-in',
      formId: id,
      version: own.version,
      sha256,
      total,
      grade,
      statement,
    })
    return saySelfEvaluation(tx, context, { ...own, state: 'handed-in', statement, handedInAt: now })
  })
}

/** Points nobody gave are those of the rules, printed in the form that is handed in. */
function pointsByRule({ content }: SelfEvaluation): CellEdit[] {
  const score = new Set(content.indicators.flatMap((row, position) => (row.score === null ? [] : [position])))
  const grounded = { actual: new Set<number>(), score }
  return takeComputed(content, { actuals: new Map(), grounded, money: null }, rulesOf(content, 'self-evaluation'))
}
