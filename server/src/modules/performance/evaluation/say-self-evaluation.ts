import { compare } from '@shiji/kernel/decimal'
import { compareContents } from '@shiji/kernel/form/compare-contents'
import { convertMoney } from '@shiji/kernel/money'
import { handInProblems } from '@shiji/kernel/reevaluation/hand-in'
import { HAND_IN_WORDING } from '@shiji/kernel/reevaluation/hand-in-wording'
import type { Proof } from '@shiji/kernel/reevaluation/proof-share'
import { proofShare } from '@shiji/kernel/reevaluation/proof-share'
import { isWithUnit } from '@shiji/kernel/reevaluation/self-evaluation-life'
import { indicatorName } from '@shiji/kernel/revision/revise-declaration'
import { sayTrace } from '@shiji/kernel/scoring/trace'
import { say } from '@shiji/kernel/wording'
import type { Context } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { findForm } from '../form-store.ts'
import { listApprovals } from '../life/life-store.ts'
import { executedThrough } from '../money/money-store.ts'
import { accountField, accountOf } from './draft-account.ts'
import { type EvaluationFacts, loadFacts } from './load-facts.ts'
import { pointsOf, proofOfRow, sayRows } from './say-rows.ts'
import { listEvaluationSteps } from './self-evaluation-step-store.ts'
import type { SelfEvaluation } from './self-evaluation-store.ts'

const DECEMBER = 12

/** What stands between a self-evaluation and handing it in, in words. */
export function openPoints({ language }: Context, facts: EvaluationFacts, statement: string) {
  const { own, kept, overrides, evaluation } = facts
  const rows = own.content.indicators.map((row) => ({
    actual: row.actual ?? '',
    reason: row.reason ?? '',
    computed: kept.get(indicatorName(row))?.actual ?? null,
  }))
  const grounds = overrides.map(({ position, field, ...override }) => ({ ...override, row: position, column: field }))
  return handInProblems({ evaluation, rows, overrides: grounds, statement }).map(({ code, row }) => {
    const indicator = row === null ? '' : (own.content.indicators[row]?.level3 ?? '')
    return { code, position: row, message: say(HAND_IN_WORDING[code], language, { indicator }) }
  })
}

/** A self-evaluation as its page shows it: the score, the open points, and what was revised since the first approval. */
export async function saySelfEvaluation(reader: Reader, context: Context, own: SelfEvaluation) {
  const facts = await loadFacts(reader, context, own)
  const { id, declarationId, projectId, state, version, baseVersion, statement, handedInAt } = own
  const { total, grade, printedTotal, printedGrade, light } = facts.evaluation
  const name = (printedTotal === null ? grade : printedGrade)?.[context.language] ?? null
  return {
    id,
    declarationId,
    projectId,
    state,
    version,
    baseVersion,
    statement,
    total: printedTotal ?? total,
    grade: name,
    light,
    problems: isWithUnit(state) ? openPoints(context, facts, statement) : [],
    execution: sayExecution(context, facts),
    rows: sayRows(context, facts),
    proof: shareOf(facts),
    account: sayAccount(facts),
    overrides: facts.overrides.map(({ personId: _, at, ...override }) => ({ ...override, at: at.toString() })),
    revised: await revisedSince(reader, context, own),
    handedInAt: handedInAt?.toString() ?? null,
    steps: await listEvaluationSteps(reader, id),
  }
}

/** The machine's account beside the text that stands in the form; each footnote leads to its records. */
function sayAccount(facts: EvaluationFacts) {
  const { own, states } = facts
  const field = accountField(own)
  const { sentences, text: draft } = accountOf(facts)
  const evidence = (position: number) => {
    const row = own.content.indicators[position]
    return row === undefined ? null : (states.get(indicatorName(row))?.position ?? null)
  }
  return {
    field,
    text: field === null ? '' : (own.content.fields[field] ?? ''),
    draft,
    sentences: sentences.map((one) => ({ ...one, evidence: evidence(one.position) })),
  }
}

function shareOf(facts: EvaluationFacts) {
  const { rows, execution } = facts.evaluation
  const proved = rows.map((row, position) => ({ points: pointsOf(row), proof: proofOfRow(facts, position) }))
  return proofShare([...proved, { points: execution?.score ?? null, proof: proofOfExecution(facts) }])
}

/** The money is proved by the list of payments it adds up to. */
function proofOfExecution({ own: { content }, payments }: EvaluationFacts): Proof {
  const { executed } = content.money
  if (executed == null) return 'unproved'
  if (payments.payments === 0) return 'asserted'
  const inUnit = convertMoney(executedThrough(payments, DECEMBER), '元', content.moneyUnit ?? '元')
  return compare(inUnit, executed) === 0 ? 'document' : 'unproved'
}

function sayExecution({ language }: Context, facts: EvaluationFacts) {
  const { own, evaluation, payments } = facts
  const { execution } = evaluation
  const { money } = own.content
  return {
    budget: money.fullYear ?? money.initial ?? null,
    executed: money.executed ?? null,
    rate: execution?.rate ?? null,
    weight: execution?.weight ?? null,
    score: execution?.score ?? null,
    trace: execution === null ? null : sayTrace(execution.trace, language),
    proof: proofOfExecution(facts),
    payments: payments.payments,
  }
}

/** rules.md §3.4: the latest approved version, with the original beside it. */
async function revisedSince(reader: Reader, { actor }: Context, { declarationId, baseVersion }: SelfEvaluation) {
  const [first] = await listApprovals(reader, declarationId)
  if (first === undefined || first.version === baseVersion) return []
  const was = await findForm(reader, actor, { id: declarationId, version: first.version })
  const now = await findForm(reader, actor, { id: declarationId, version: baseVersion })
  return was === undefined || now === undefined ? [] : compareContents(was.content, now.content)
}
