import { compareContents } from '@shiji/kernel/form/compare-contents'
import { handInProblems } from '@shiji/kernel/reevaluation/hand-in'
import { HAND_IN_WORDING } from '@shiji/kernel/reevaluation/hand-in-wording'
import { indicatorName } from '@shiji/kernel/revision/revise-declaration'
import type { Evaluation } from '@shiji/kernel/scoring/evaluation'
import { requestOfForm } from '@shiji/kernel/scoring/request-of-form'
import { scoreForm } from '@shiji/kernel/scoring/score-form'
import { say } from '@shiji/kernel/wording'
import type { Context } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { findForm } from '../form-store.ts'
import { listApprovals } from '../life/life-store.ts'
import { rulesOf } from '../official-sheets.ts'
import { listKeptActuals } from '../proof/computed-actuals.ts'
import { listOverrides, type SelfEvaluation } from './self-evaluation-store.ts'

export function evaluate({ content }: Pick<SelfEvaluation, 'content'>): Evaluation {
  return scoreForm(requestOfForm(content), rulesOf(content, 'self-evaluation'))
}

/** What stands between a self-evaluation and handing it in, in words. */
export async function openPoints(
  reader: Reader,
  context: Context,
  { own, statement }: { own: SelfEvaluation; statement: string },
) {
  const { language } = context
  const overrides = await listOverrides(reader, own.id)
  const computed = await listKeptActuals(reader, context, own.id)
  const rows = own.content.indicators.map((row) => ({
    actual: row.actual ?? '',
    reason: row.reason ?? '',
    computed: computed.get(indicatorName(row))?.actual ?? null,
  }))
  const grounds = overrides.map(({ position, field, ...override }) => ({ ...override, row: position, column: field }))
  const problems = handInProblems({ evaluation: evaluate(own), rows, overrides: grounds, statement })
  return problems.map(({ code, row }) => {
    const indicator = row === null ? '' : (own.content.indicators[row]?.level3 ?? '')
    return { code, position: row, message: say(HAND_IN_WORDING[code], language, { indicator }) }
  })
}

/** A self-evaluation as its page shows it: the score, the open points, and what was revised since the first approval. */
export async function saySelfEvaluation(reader: Reader, context: Context, own: SelfEvaluation) {
  const { id, declarationId, projectId, state, version, baseVersion, statement, handedInAt } = own
  const { total, grade, printedTotal, printedGrade, light } = evaluate(own)
  const overrides = await listOverrides(reader, id)
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
    problems: state === 'handed-in' ? [] : await openPoints(reader, context, { own, statement }),
    computed: await sayComputed(reader, context, own),
    overrides: overrides.map(({ personId: _, at, ...override }) => ({ ...override, at: at.toString() })),
    revised: await revisedSince(reader, context, own),
    handedInAt: handedInAt?.toString() ?? null,
  }
}

/** What the records said when the form was opened, beside what the unit writes. */
async function sayComputed(reader: Reader, context: Context, { id, content }: SelfEvaluation) {
  const kept = await listKeptActuals(reader, context, id)
  return content.indicators.flatMap((row, position) => {
    const found = kept.get(indicatorName(row))
    if (found === undefined) return []
    const { actual, asOf, counted } = found
    return [{ position, computed: actual, written: row.actual ?? '', counted, asOf: asOf.toString() }]
  })
}

/** rules.md §3.4: the latest approved version, with the original beside it. */
async function revisedSince(reader: Reader, { actor }: Context, { declarationId, baseVersion }: SelfEvaluation) {
  const [first] = await listApprovals(reader, declarationId)
  if (first === undefined || first.version === baseVersion) return []
  const was = await findForm(reader, actor, { id: declarationId, version: first.version })
  const now = await findForm(reader, actor, { id: declarationId, version: baseVersion })
  return was === undefined || now === undefined ? [] : compareContents(was.content, now.content)
}
