import type { FormId } from '@shiji/contract/performance'
import type { FormContent } from '@shiji/kernel/form/form-content'
import { lintForm } from '@shiji/kernel/lint/lint-form'
import { compareOthers, type Elsewhere } from '@shiji/kernel/review/compare-others'
import { compareYears, yearMoney } from '@shiji/kernel/review/compare-years'
import { CRITERIA, type Criterion, criterionOf } from '@shiji/kernel/review/criteria'
import { type Language, say } from '@shiji/kernel/wording'
import { type Context, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { sayFinding } from '../check-form.ts'
import { type FormRow, findForm, listSisters } from '../form-store.ts'
import { listEntries } from '../library/entry-store.ts'
import { findTemplate, LINT_WORDS, lifeRulesOf, NAME_READER, rulesOf } from '../official-sheets.ts'
import { findFormOfYear } from '../renewal/renewal-store.ts'
import { findConsequence } from '../results/find-consequence.ts'
import { listResultRows } from '../results/result-store.ts'
import { listComments } from './comment-store.ts'

/** A declaration as a reviewer weighs it. rules.md §3.3: machine checks by criterion, last year, past scores. */
export async function readReview(context: Context, { id }: { id: FormId }) {
  requirePermission(context, 'performance.read')
  const { actor, language } = context
  const { form, money, sisters, library, last, results, comments, consequence } = await read(
    context.db,
    async (reader) => {
      const found = (await findForm(reader, actor, { id })) ?? refuse('not-found')
      if (found.content.stage !== 'declaration') refuse('not-found')
      const last = await lastYearOf(reader, found)
      const money = { now: yearMoney(found.content), last: last === null ? null : yearMoney(last.declaration.content) }
      return {
        ...{ form: found, money, last },
        sisters: await listSisters(reader, found.id),
        library: (await listEntries(reader)).flatMap(({ entry, retired }) => (retired === null ? entry : [])),
        consequence: await findConsequence(reader, context, { ...found, money }),
        results: await listResultRows(reader, actor, { projectId: found.projectId }),
        comments: await listComments(reader, id),
      }
    },
  )

  const { version, content } = form
  const { project, unit, year } = content
  const { pastYearsOnReview } = lifeRulesOf(content).application
  const closed = results.filter((one) => year === null || one.year < year).slice(0, pastYearsOnReview)
  return {
    ...{ id, version, project, unit: unit ?? '', year, comments, consequence },
    criteria: criteriaOf(content, sisters, language),
    ...rowsOf(content, last, compareOthers(content, { library, sisters, reader: NAME_READER })),
    money,
    lastYear: last === null ? null : { formId: last.declaration.id, year: last.year },
    results: closed.map(({ year: of, total, grade }) => ({ year: of, total, grade: grade ?? '' })),
  }
}

type LastYear = {
  readonly year: number
  readonly declaration: { readonly id: FormId; readonly content: FormContent }
  readonly selfEvaluation: FormContent | null
}

async function lastYearOf(reader: Reader, { projectId, content }: FormRow): Promise<LastYear | null> {
  if (content.year === null) return null
  const year = content.year - 1
  const declaration = await findFormOfYear(reader, { projectId, stage: 'declaration', year })
  if (declaration === null) return null
  const evaluated = await findFormOfYear(reader, { projectId, stage: 'self-evaluation', year })
  return { year, declaration, selfEvaluation: evaluated?.content ?? null }
}

function criteriaOf(content: FormContent, sisterForms: readonly FormContent[], language: Language) {
  const found = lintForm(content, findTemplate(content), { sisterForms, words: LINT_WORDS })
  const byCriterion = Map.groupBy(found, ({ code }) => criterionOf(code))
  return (Object.keys(CRITERIA) as Criterion[]).map((key) => ({
    key,
    name: say(CRITERIA[key], language),
    findings: (byCriterion.get(key) ?? []).map((one) => sayFinding(one, language)),
  }))
}

function rowsOf(content: FormContent, last: LastYear | null, elsewhere: readonly Elsewhere[]) {
  const compared = last === null ? null : compare(content, last)
  const rows = content.indicators.map(({ level1, level2, level3: name, target, weight }, position) => {
    const beside = compared?.rows[position]
    const found = elsewhere[position]
    return {
      position,
      level1,
      level2,
      name,
      target,
      weight,
      change: beside?.change ?? 'new',
      last: beside?.last ?? null,
      library: found?.library ?? null,
      sisters: found?.sisters ?? [],
    }
  })
  return { rows, gone: compared?.gone ?? [] }
}

function compare(content: FormContent, { declaration, selfEvaluation }: LastYear) {
  const farOverFrom = rulesOf(declaration.content, 'self-evaluation').overAchievement.reasonFromRatio
  return compareYears(content, declaration.content, { selfEvaluation, reader: NAME_READER, farOverFrom })
}
