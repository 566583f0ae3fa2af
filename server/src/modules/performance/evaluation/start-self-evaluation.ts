import type { FormId } from '@shiji/contract/performance'
import { type Decimal, decimal, divide, isZero, multiply } from '@shiji/kernel/decimal'
import { emptyContent } from '@shiji/kernel/form/empty-content'
import type { FormContent, IndicatorRow } from '@shiji/kernel/form/form-content'
import type { FormTemplate } from '@shiji/kernel/form/form-template'
import { stateAfter } from '@shiji/kernel/life/declaration-life'
import { DEED_WORDS, STATE_WORDS } from '@shiji/kernel/life/life-wording'
import { convertMoney } from '@shiji/kernel/money'
import { defaultWeights } from '@shiji/kernel/reevaluation/default-weights'
import { indicatorName } from '@shiji/kernel/revision/revise-declaration'
import { requestOfForm } from '@shiji/kernel/scoring/request-of-form'
import { scoreForm } from '@shiji/kernel/scoring/score-form'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { saveNewForm } from '../form-store.ts'
import { type Declaration, lockDeclaration } from '../life/life-store.ts'
import { executedThrough, moneyOfYear, type YearMoney } from '../money/money-store.ts'
import { listMonthRecords } from '../monitoring/monitoring-store.ts'
import { findSheet, placeOf, rulesOf, TEMPLATES } from '../official-sheets.ts'
import { type ComputedActual, computeActuals, keepActuals } from '../proof/computed-actuals.ts'
import { budgetInYuan } from '../revision/gate-of.ts'
import { saySelfEvaluation } from './say-self-evaluation.ts'
import { findOfDeclaration, findSelfEvaluation, saveNewSelfEvaluation } from './self-evaluation-store.ts'

const DECEMBER = 12

/** The self-evaluation of an approved declaration with what the office already knows; opened again it is the same one. */
export async function startSelfEvaluation(context: Context, { id }: { id: FormId }) {
  requirePermission(context, 'performance.write')
  const { actor, now, language } = context

  return inTransaction(context.db, async (tx) => {
    const declaration = (await lockDeclaration(tx, actor, id)) ?? refuse('not-found')
    const known = await findOfDeclaration(tx, id)
    if (known === null && stateAfter(declaration.state, 'self-evaluate') === null) {
      refuse('deed-impossible', {
        state: STATE_WORDS[declaration.state][language],
        deed: DEED_WORDS['self-evaluate'][language],
      })
    }
    const filed = known ?? (await findFiled(tx, declaration))
    const formId = filed ?? context.newId()
    const computed = known === null ? await computeActuals(tx, context, id) : []
    if (filed === undefined) {
      const content = await fillIn(tx, declaration, computed)
      const { projectId, year } = declaration
      const form = { id: formId, projectId, year, edition: content.edition ?? '', documentId: null, content }
      await saveNewForm(tx, { ...form, savedAt: now, savedBy: actor.personId })
    }
    if (known === null) {
      const { version: baseVersion } = declaration
      await saveNewSelfEvaluation(tx, { formId, declarationId: id, baseVersion })
      await keepActuals(tx, context, { formId, computed })
      await recordInLedger(tx, context, {
        did: 'performance.self-evaluation-opened',
        formId,
        declarationId: id,
        baseVersion,
        computed: computed.map(({ indicator, actual }) => ({ indicator, actual })),
      })
    }
    const own = (await findSelfEvaluation(tx, actor, formId)) ?? refuse('not-found')
    return saySelfEvaluation(tx, context, own)
  })
}

/** A self-evaluation of the project and year that was brought as a file before. */
async function findFiled(tx: Tx, { projectId, year }: Declaration): Promise<string | undefined> {
  const row = await tx
    .selectFrom('performanceForm')
    .select('id')
    .where('projectId', '=', projectId)
    .where('year', '=', year)
    .where('stage', '=', 'self-evaluation')
    .executeTakeFirst()
  return row?.id
}

async function fillIn(tx: Tx, declaration: Declaration, computed: readonly ComputedActual[]): Promise<FormContent> {
  const { content: frozen, projectId, year, id } = declaration
  // rules.md §3.10: the country's columns are those of the Shanghai sheet, which serves places that issued none.
  const own = findSheet(placeOf(frozen), ({ stage }) => stage === 'self-evaluation')
  const template = own ?? TEMPLATES.find(({ stage }) => stage === 'self-evaluation')
  if (template === undefined) return refuse('template-unknown', { template: '自评表' })
  const money = await moneyOfYear(tx, projectId, year)
  const december = (await listMonthRecords(tx, id)).find(
    ({ month, state }) => month === DECEMBER && state === 'reported',
  )
  // What the records say goes before what the unit wrote in December.
  const actuals = new Map([
    ...(december?.rows ?? []).map(({ indicator, soFar }) => [indicator, soFar] as const),
    ...computed.map(({ indicator, actual }) => [indicator, actual] as const),
  ])
  const { project, unit, fields } = frozen
  const blank = emptyContent(template)
  const content = {
    ...blank,
    project,
    unit,
    year,
    fields: {
      ...blank.fields,
      主管部门: fields.主管部门 ?? fields.编报部门 ?? '',
      年度总体目标_预算目标: fields.年度绩效目标 ?? fields.总目标及阶段性目标 ?? '',
    },
    indicators: weighed(frozen).map((row) => ({ ...row, actual: actuals.get(indicatorName(row)) ?? null })),
  }
  return withMoney(content, template, { declaration, money })
}

/** Rows as approved, with the default weights of the place where none were declared. */
function weighed(frozen: FormContent): IndicatorRow[] {
  const declared = frozen.indicators.some(({ weight }) => weight !== null)
  const defaults = declared ? null : defaultWeights(frozen.indicators, rulesOf(frozen, 'self-evaluation'))
  return frozen.indicators.map((row, index) => ({
    ...row,
    weight: row.weight ?? defaults?.[index] ?? null,
    remark: null,
    part: null,
    doubts: [],
    rawCells: [],
    line: null,
  }))
}

function withMoney(
  content: FormContent,
  { moneyUnit }: FormTemplate,
  { declaration, money }: { declaration: Declaration; money: YearMoney },
): FormContent {
  const inUnit = (yuan: Decimal | null) => (yuan === null ? null : convertMoney(yuan, '元', moneyUnit ?? '元'))
  const fullYear = inUnit(budgetInYuan(declaration, money))
  const executed = inUnit(executedThrough(money, DECEMBER))
  const initial = inUnit(money.initial) ?? fullYear
  const { weight } = rulesOf(content, 'self-evaluation').execution
  const rate = executed === null || fullYear === null || isZero(fullYear) ? null : percent(executed, fullYear)
  const filled = { ...content, money: { ...content.money, initial, fullYear, executed, weight, rate } }
  const score = scoreForm(requestOfForm(filled), rulesOf(content, 'self-evaluation')).execution?.score ?? null
  return { ...filled, money: { ...filled.money, score } }
}

function percent(part: Decimal, whole: Decimal): Decimal {
  return divide(multiply(part, decimal('100')), whole, { scale: 2, rounding: 'half-up' })
}
