import type { FormId } from '@shiji/contract/performance'
import type { CellEdit } from '@shiji/kernel/form/apply-edits'
import { isWithUnit } from '@shiji/kernel/reevaluation/self-evaluation-life'
import { takeComputed } from '@shiji/kernel/reevaluation/take-computed'
import { findRunningCase, startFlow, submitAgain } from '#modules/flow'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { hashContent } from '../life/content-hash.ts'
import { type Moved, moveDeclaration } from '../life/move-declaration.ts'
import { placeOf, rulesOf } from '../official-sheets.ts'
import { accountEdit } from './draft-account.ts'
import { evaluate, loadFacts } from './load-facts.ts'
import { openPoints, saySelfEvaluation } from './say-self-evaluation.ts'
import { saveEvaluationStep } from './self-evaluation-step-store.ts'
import { findSelfEvaluation, lockSelfEvaluation, type SelfEvaluation, saveHandedIn } from './self-evaluation-store.ts'
import { writeFigures } from './write-figures.ts'

type Input = { readonly id: FormId; readonly version: number; readonly statement: string }

/** 自评送审: closed with the evaluation of that day and sent through the desks of its place; both happen or neither. */
export async function handInSelfEvaluation(context: Context, { id, version, statement }: Input) {
  requirePermission(context, 'performance.write')

  return inTransaction(context.db, async (tx) => {
    const filled = (await lockSelfEvaluation(tx, context.actor, id)) ?? refuse('not-found')
    if (!isWithUnit(filled.state)) refuse('self-evaluation-closed')
    if (filled.version !== version) refuse('changed-meanwhile')
    const running = await findRunningCase(tx, { subjectKind: 'self-evaluation', subjectId: id })
    const { declaration } = await closeSelfEvaluation(tx, context, { filled, statement })
    // One that came back goes on in its own case, to the desks it has still to pass.
    if (running === null) await sendOut(tx, context, { id, declaration })
    else await submitAgain(tx, context, running)
    const own = (await findSelfEvaluation(tx, context.actor, id)) ?? refuse('not-found')
    return saySelfEvaluation(tx, context, own)
  })
}

async function sendOut(tx: Tx, context: PersonContext, { id, declaration }: { id: FormId; declaration: Moved }) {
  const { project, unitId, content } = declaration
  await startFlow(tx, context, {
    subject: { kind: 'self-evaluation', id, name: `${project}（自评）`, unitId },
    place: placeOf(content),
    stage: 'self-evaluation',
    fields: {},
    choices: {},
    opinion: '',
  })
}

type Closing = { readonly filled: SelfEvaluation; readonly statement: string }

/** Open points are settled before; the declaration stands as evaluated from here on. */
export async function closeSelfEvaluation(
  tx: Tx,
  context: PersonContext,
  { filled, statement }: Closing,
): Promise<{ readonly declaration: Moved }> {
  const facts = await loadFacts(tx, context, filled)
  const problems = openPoints(context, facts, statement)
  const [first] = problems
  if (first !== undefined) refuse('self-evaluation-open', { count: problems.length, message: first.message })

  const own = await writeFigures(tx, context, filled, [...accountEdit(facts), ...pointsByRule(filled)])
  const evaluation = evaluate(own)
  const total = evaluation.printedTotal ?? evaluation.total
  const grade = (evaluation.printedTotal === null ? evaluation.grade : evaluation.printedGrade)?.zh ?? null
  const { id, version } = own
  const { actor, now } = context
  const sha256 = hashContent(own.content)
  const handedIn = { statement, evaluation: JSON.stringify(evaluation), total, grade, version, sha256 }
  await saveHandedIn(tx, id, { ...handedIn, handedInAt: now, handedInBy: actor.personId })
  const step = {
    formId: id,
    deed: 'hand-in',
    state: 'handed-in',
    version,
    sha256,
    desk: '',
    opinion: statement,
  } as const
  await saveEvaluationStep(tx, { ...step, at: now, personId: actor.personId })
  const declaration = await moveDeclaration(tx, context, {
    id: own.declarationId,
    deed: 'self-evaluate',
    opinion: statement,
  })
  const did = 'performance.self-evaluation-handed-in'
  await recordInLedger(tx, context, { did, formId: id, version, sha256, total, grade, statement })
  return { declaration }
}

/** Points nobody gave are those of the rules, printed in the form that is handed in. */
function pointsByRule({ content }: SelfEvaluation): CellEdit[] {
  const score = new Set(content.indicators.flatMap((row, position) => (row.score === null ? [] : [position])))
  const grounded = { actual: new Set<number>(), score }
  return takeComputed(content, { actuals: new Map(), grounded, money: null }, rulesOf(content, 'self-evaluation'))
}
