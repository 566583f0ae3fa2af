import type { FormId } from '@shiji/contract/performance'
import { type Decimal, decimal, round, subtract } from '@shiji/kernel/decimal'
import { compareScores, type DifferenceReport, type TwiceScored } from '@shiji/kernel/reevaluation/compare-scores'
import { type ExpertScore, expertResult } from '@shiji/kernel/reevaluation/expert-scores'
import { indicatorName } from '@shiji/kernel/revision/revise-declaration'
import { gradeOf } from '@shiji/kernel/scoring/grade'
import { TWO_PLACES } from '@shiji/kernel/scoring/points'
import { type Language, say, type Wording } from '@shiji/kernel/wording'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { listAsked, saveUse } from '../experts/expert-sheet-store.ts'
import { hasWorkedOn } from '../life/life-store.ts'
import { moveDeclaration } from '../life/move-declaration.ts'
import { lifeRulesOf, rulesOf } from '../official-sheets.ts'
import { tellPeople } from '../tell-people.ts'
import { evaluate } from './load-facts.ts'
import { listReEvaluationRows, type Report, saveReEvaluation } from './re-evaluation-store.ts'
import { sayExpertProblem } from './say-expert-problem.ts'
import { lockSelfEvaluation, type SelfEvaluation } from './self-evaluation-store.ts'

type Input = {
  readonly id: FormId
  readonly kind: 're-score' | 'key'
  readonly rows: readonly { readonly position: number; readonly again: string; readonly reason: string }[]
  readonly experts: readonly { readonly expert: string; readonly points: readonly string[]; readonly remark: string }[]
  readonly opinion: string
}

/** 复核 row by row, or 重点评价 by experts; the unit's own score stays beside it. */
export async function reEvaluate(context: Context, { id, kind, rows, experts, opinion }: Input) {
  requirePermission(context, 'performance.review')
  const { actor, now, language } = context

  return inTransaction(context.db, async (tx) => {
    const own = (await lockSelfEvaluation(tx, actor, id)) ?? refuse('not-found')
    if (own.handedInBy === actor.personId || (await hasWorkedOn(tx, id, actor.personId))) refuse('own-work')
    if (opinion === '') refuse('opinion-missing')
    if (own.state !== 'accepted') refuse('self-evaluation-on-its-way')
    await moveDeclaration(tx, context, { id: own.declarationId, deed: 're-evaluate', opinion })

    const compared = compare(own, rows, language)
    const signed = kind === 'key' ? (await listAsked(tx, id)).filter(({ signedAt }) => signedAt !== null) : []
    const given = [...toldApart(signed), ...experts.map(fromPaper)]
    const judged = kind === 'key' ? byExperts(own, given, { compared, language }) : { ...compared, experts: [] }
    const again = { id: context.newId(), formId: id, kind, opinion, ...judged }
    await saveReEvaluation(tx, { ...again, doneAt: now, doneBy: actor.personId })
    const sheets = signed.map((sheet) => sheet.id)
    await saveUse(tx, sheets, again.id)
    const { total, grade } = judged
    await recordInLedger(tx, context, {
      did: 'performance.re-evaluated',
      formId: id,
      kind,
      total,
      grade,
      rows,
      experts,
      sheets,
      opinion,
    })
    await tellResult(tx, context, { own, judged, opinion })
    return (await listReEvaluationRows(tx, id)).at(-1) ?? refuse('not-found')
  })
}

type Judged = { readonly report: Report; readonly total: Decimal; readonly grade: string | null }

/** The unit hears of its result at once; rules.md §3.2: Shanghai gives it back within a month. */
async function tellResult(
  tx: Tx,
  context: Context,
  { own, judged, opinion }: { readonly own: SelfEvaluation; readonly judged: Judged; readonly opinion: string },
): Promise<void> {
  const { total, grade, report } = judged
  const result = { self: report.selfTotal, total, grade: grade === null ? '' : `（${grade}）` }
  await tellPeople(tx, context, {
    code: 're-evaluated',
    subjectKind: 're-evaluation',
    subjectId: own.id,
    people: own.handedInBy === null ? [] : [own.handedInBy],
    parameters: { subject: own.content.project, opinion, ...result },
  })
}

/** The rows somebody scored again beside the unit's own, and the money as it stands. */
function compare(own: SelfEvaluation, rows: Input['rows'], language: Language): Judged {
  const { grades } = rulesOf(own.content, 'self-evaluation')
  const evaluation = evaluate(own)
  const given = new Map(rows.map((row) => [row.position, row]))
  if ([...given.keys()].some((position) => position >= evaluation.rows.length)) refuse('not-found')
  const twice = evaluation.rows.map(({ printed, outcome, weight }, position): TwiceScored => {
    const points = printed?.accepted ? printed.score : outcome.kind === 'scored' ? outcome.score : null
    const self = points === null ? null : round(points, TWO_PLACES)
    const row = given.get(position)
    return {
      weight: weight ?? NOTHING,
      self,
      again: row === undefined ? null : decimal(row.again),
      reason: row?.reason ?? '',
    }
  })
  const { execution } = evaluation
  const money = { weight: execution?.weight ?? NOTHING, self: execution?.score ?? null, again: null, reason: '' }
  const compared = compareScores([...twice, money], grades)
  refuseWrong(compared, own, language)
  const { selfTotal, total, difference, selfGrade, grade, largest } = compared
  const report = {
    selfTotal,
    difference,
    selfGrade: selfGrade?.zh ?? null,
    largest: [...largest],
    rows: sayRows(own, twice, compared),
    parts: [],
  }
  return { report, total, grade: grade?.zh ?? null }
}

function sayRows(
  { content }: SelfEvaluation,
  twice: readonly TwiceScored[],
  { rows }: DifferenceReport,
): Report['rows'] {
  return twice.map(({ weight, self, again, reason }, position) => {
    const row = content.indicators[position]
    const difference = rows[position]?.difference ?? null
    return { position, indicator: row === undefined ? '' : indicatorName(row), weight, self, again, difference, reason }
  })
}

type Given = ExpertScore & { readonly remark: string; readonly paper: boolean }

/** Signed by an account each; experts of one name are told apart by their units. */
function toldApart(signed: Awaited<ReturnType<typeof listAsked>>): Given[] {
  const byName = Map.groupBy(signed, ({ name }) => name)
  return signed.map(({ name, unit, points, remark }) => {
    const expert = (byName.get(name)?.length ?? 0) > 1 ? `${name}（${unit}）` : name
    return { expert, points, remark, paper: false }
  })
}

function fromPaper({ points, ...one }: Input['experts'][number]): Given {
  return { ...one, points: points.map((point) => decimal(point)), paper: true }
}

function byExperts(
  own: SelfEvaluation,
  experts: readonly Given[],
  { compared, language }: { compared: Judged; language: Language },
) {
  const rules = lifeRulesOf(own.content).keyEvaluation
  const result = expertResult(experts, rules)
  if (!result.ok) return refuse('scores-wrong', { problem: sayExpertProblem(result.problem, rules.parts, language) })
  const { score: total, means } = result.value
  const { grades } = rulesOf(own.content, 'self-evaluation')
  const difference = subtract(total, decimal(compared.report.selfTotal))
  const parts = rules.parts.map(({ name, weight }, part) => ({ name: name.zh, weight, mean: means[part] ?? NOTHING }))
  return {
    report: { ...compared.report, difference, parts },
    total,
    grade: gradeOf(total, grades)?.zh ?? null,
    experts: result.value.experts.map(({ expert, points, score, counted }, at) => {
      const { remark = '', paper = true } = experts[at] ?? {}
      return { expert, points: [...points], remark, score, counted, paper }
    }),
  }
}

function refuseWrong({ rows }: DifferenceReport, { content }: SelfEvaluation, language: Language): void {
  const position = rows.findIndex(({ problem }) => problem !== null)
  const problem = rows[position]?.problem ?? null
  if (problem === null) return
  const indicator = content.indicators[position]?.level3 ?? ''
  refuse('scores-wrong', { problem: say(ROW_WORDS[problem], language, { indicator }) })
}

const NOTHING = decimal('0')

const ROW_WORDS: Readonly<Record<'score-impossible' | 'reason-missing', Wording>> = {
  'score-impossible': {
    zh: '“{indicator}”复核得分应在 0 与分值之间，最多两位小数',
    en: 'the new score of “{indicator}” must lie between 0 and its weight, with two decimals at most',
  },
  'reason-missing': {
    zh: '“{indicator}”复核得分与自评不同，需要写明理由',
    en: 'the new score of “{indicator}” differs and needs a reason',
  },
}
