import type { Consequence } from '@shiji/contract/results'
import type { Decimal } from '@shiji/kernel/decimal'
import type { FormContent } from '@shiji/kernel/form/form-content'
import { printYuan } from '@shiji/kernel/money'
import { type ConsequenceNote, consequenceOf } from '@shiji/kernel/reevaluation/next-year'
import { CONSEQUENCE_WORDING } from '@shiji/kernel/reevaluation/next-year-wording'
import { type Language, say } from '@shiji/kernel/wording'
import type { z } from 'zod'
import type { Context } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { lifeRulesOf } from '../official-sheets.ts'
import { countOpenNotices, listResultRows } from './result-store.ts'

type Reply = z.infer<typeof Consequence>

type Declared = {
  readonly projectId: string
  readonly content: FormContent
  /** In 元. */
  readonly money: { readonly now: Decimal | null; readonly last: Decimal | null }
}

/** What the years before mean for a declaration; null when they left nothing behind. rules.md §3.9. */
export async function findConsequence(
  reader: Reader,
  { actor, language }: Context,
  { projectId, content, money }: Declared,
): Promise<Reply | null> {
  const { year } = content
  if (year === null) return null
  const results = await listResultRows(reader, actor, { projectId })
  const last = results.find((one) => one.year < year) ?? null
  const open = await countOpenNotices(reader, projectId, year)
  if (last === null && open === 0) return null
  const grade = last?.grade ?? null
  const behind = { grade: grade === null ? null : { zh: grade, en: grade }, open, money }
  const { effect, notes } = consequenceOf(behind, lifeRulesOf(content).application)
  return {
    result: last && { formId: last.formId, year: last.year, total: last.total, grade },
    effect,
    open,
    notes: notes.map((note) => ({ code: note.code, message: sayNote(note, language) })),
  }
}

function sayNote(note: ConsequenceNote, language: Language): string {
  switch (note.code) {
    case 'correct-first':
      return say(CONSEQUENCE_WORDING[note.code], language, { count: note.count })
    case 'not-cut':
      return say(CONSEQUENCE_WORDING[note.code], language, { now: printYuan(note.now), last: printYuan(note.last) })
    case 'improve-first':
      return say(CONSEQUENCE_WORDING[note.code], language)
  }
}
