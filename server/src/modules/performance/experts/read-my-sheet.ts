import type { ExpertSheetId, OpenSheet } from '@shiji/contract/expert-sheets'
import type { Language } from '@shiji/kernel/wording'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { lifeRulesOf } from '../official-sheets.ts'
import { findOwnSheet } from './expert-sheet-store.ts'

export async function readMySheet(context: Context, { id }: { id: z.infer<typeof ExpertSheetId> }) {
  requirePermission(context, 'performance.judge')
  const { actor } = context
  const sheet = await read(context.db, (reader) => findOwnSheet(reader, actor, id))
  return saySheet(sheet ?? refuse('not-found'), context.language)
}

type Own = NonNullable<Awaited<ReturnType<typeof findOwnSheet>>>

export function saySheet(sheet: Own, language: Language): z.input<typeof OpenSheet> {
  const { id, project, unit, year, signedAt, content, points, remark } = sheet
  const { parts } = lifeRulesOf(content).keyEvaluation
  return {
    ...{ id, project, unit, year, signedAt, points, remark },
    parts: parts.map(({ name, weight }) => ({ name: name[language], weight })),
    indicators: content.indicators.map(({ level1, level3, target, actual, weight, score, reason }) => ({
      ...{ level1, level3, target },
      actual: actual ?? '',
      weight: weight ?? '',
      self: score ?? '',
      reason: reason ?? '',
    })),
  }
}
