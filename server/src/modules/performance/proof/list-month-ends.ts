import type { FormId } from '@shiji/contract/performance'
import { type Language, say } from '@shiji/kernel/wording'
import { explainMonthEnds, type MonthEndAgain } from '#modules/evidence'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import type { Difference, Measure } from '#platform/measure'
import { findRow } from './find-row.ts'

/** What was said at each month end, held against the same query today. */
export async function listMonthEnds(context: Context, row: { readonly id: FormId; readonly position: number }) {
  requirePermission(context, 'performance.read')
  return read(context.db, async (reader) => {
    const { declaration, state } = await findRow(reader, context, row)
    const { binding, found } = state
    if (!binding?.series || found === undefined) return []
    const ends = await explainMonthEnds(reader, context, { series: binding.series, year: declaration.year })
    return ends.map((end) => sayMonthEnd(end, found.measure, context.language))
  })
}

function sayMonthEnd(end: MonthEndAgain, measure: Measure, language: Language) {
  const { kept, again, agrees, today, because } = end
  return {
    month: kept.month,
    asOf: kept.asOf.toString(),
    kept: kept.value,
    again,
    agrees,
    today,
    because: because.map((one) => sayDifference(one, measure, language)),
    sentence: sentenceOf(end, language),
  }
}

function sayDifference(difference: Difference, { records }: Measure, language: Language) {
  const { recordKind, id, title, at, enteredAt, how } = difference
  const record = records[recordKind]
  return {
    kind: record === undefined ? recordKind : say(record.name, language),
    id,
    title,
    at: at.toString(),
    enteredAt: enteredAt.toString(),
    how,
    page: record?.page?.replace('{id}', id) ?? null,
  }
}

const WORDS = {
  same: {
    zh: '按当时所知重算，一致；此后没有变化。',
    en: 'Computed again as known then it agrees, and nothing has changed since.',
  },
  since: {
    zh: '按当时所知重算，一致；此后有 {count} 条记录补录或改动。',
    en: 'Computed again as known then it agrees; {count} records came or changed since.',
  },
  off: {
    zh: '按当时所知重算，与当时所存不一致：有记录绕过系统被改动。请用证据包核对。',
    en: 'Computed again as known then it does not agree: records were changed behind the product’s back. Check with an evidence pack.',
  },
  otherQuery: {
    zh: '口径的算法此后改过，不能逐字重算；当时的读数保留不变。',
    en: 'The query has changed since, so it cannot be computed again; what was kept stands.',
  },
} as const

function sentenceOf({ agrees, because }: MonthEndAgain, language: Language): string {
  if (agrees === null) return say(WORDS.otherQuery, language)
  if (!agrees) return say(WORDS.off, language)
  return because.length === 0 ? say(WORDS.same, language) : say(WORDS.since, language, { count: because.length })
}
