import type { FormId } from '@shiji/contract/performance'
import { judgeLastYear, type LastYearRow } from '@shiji/kernel/renewal/judge-last-year'
import { type Notice, openPointsOf, renewDeclaration } from '@shiji/kernel/renewal/renew-declaration'
import { NOTICE_WORDING, VERDICT_WORDING } from '@shiji/kernel/renewal/renewal-wording'
import { yearMoney } from '@shiji/kernel/review/compare-years'
import { type Language, say } from '@shiji/kernel/wording'
import { type Actor, type Context, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { findForm } from '../form-store.ts'
import { executedIn } from '../money/money-store.ts'
import { findTemplate, LINT_WORDS, NAME_READER, RENEWAL_WORDS, rulesOf } from '../official-sheets.ts'
import { findConsequence } from '../results/find-consequence.ts'
import { findFormOfYear } from './renewal-store.ts'

type Asked = { readonly id: FormId; readonly year: number }

/** Nothing is saved: a person decides first. */
export async function previewRenewal(context: Context, { id, year }: Asked) {
  requirePermission(context, 'performance.write')
  const { actor, language, now } = context
  const { form, selfEvaluation, existing, paid } = await read(context.db, (reader) =>
    findLastYear(reader, actor, { id, year }),
  )

  const { content: declaration } = form
  const template = findTemplate(declaration)
  const evaluated = selfEvaluation?.content ?? null
  const setting = {
    year,
    today: officeDay(now).toString(),
    words: RENEWAL_WORDS,
    moneyRoles: LINT_WORDS.moneyRoles,
  }
  const renewed = renewDeclaration({ declaration, template, selfEvaluation: evaluated, paid }, setting)
  const farOverFrom = rulesOf(declaration, 'self-evaluation').overAchievement.reasonFromRatio
  const rows = judgeLastYear(declaration, { selfEvaluation: evaluated, reader: NAME_READER, farOverFrom })
  const money = { now: yearMoney(renewed.content), last: yearMoney(declaration) }
  const { projectId } = form
  const consequence = await read(context.db, (reader) =>
    findConsequence(reader, context, { projectId, content: renewed.content, money }),
  )
  return {
    formId: form.id,
    projectId,
    consequence,
    unitId: form.unitId,
    fromYear: declaration.year ?? year - 1,
    existing: existing?.id ?? null,
    hasSelfEvaluation: evaluated !== null,
    content: renewed.content,
    proposals: renewed.proposals,
    filled: renewed.filled,
    notices: renewed.notices.map((notice) => sayNotice(notice, language)),
    points: openPointsOf(renewed.content, template, setting),
    rows: rows.map((row) => sayRow(row, language)),
  }
}

async function findLastYear(reader: Reader, actor: Actor, { id, year }: Asked) {
  const form = (await findForm(reader, actor, { id })) ?? refuse('not-found')
  const { projectId, content } = form
  if (content.stage !== 'declaration' || content.year === null) refuse('not-found')
  if (content.year >= year) refuse('not-a-later-year', { year, from: content.year })
  return {
    form,
    selfEvaluation: await findFormOfYear(reader, { projectId, stage: 'self-evaluation', year: content.year }),
    existing: await findFormOfYear(reader, { projectId, stage: 'declaration', year }),
    paid: await executedIn(reader, projectId, content.year),
  }
}

function sayNotice({ code, where, ...parameters }: Notice, language: Language) {
  return { where, message: say(NOTICE_WORDING[code], language, parameters) }
}

function sayRow({ ratio, ...row }: LastYearRow, language: Language) {
  return { ...row, says: say(VERDICT_WORDING[row.verdict], language, ratio === null ? {} : { ratio }) }
}
