import type { OccurrenceId } from '@shiji/contract/upkeep'
import { emptyContent } from '@shiji/kernel/form/empty-content'
import type { IndicatorRow } from '@shiji/kernel/form/form-content'
import { say } from '@shiji/kernel/wording'
import { loadPrintedSheets } from '@shiji/packs/load-packs'
import { printContent } from '#modules/performance'
import { type Context, requirePermission } from '#platform/context'
import { OFFICE_TIME_ZONE, officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { draftReport } from './draft-report.ts'

const SHEET = loadPrintedSheets().find(({ id }) => id === 'CN-UPKEEP-REPORT')

const WORDS = {
  none: { zh: '无记录', en: 'no record' },
  of: { zh: '{formula}（{counted} 条记录）', en: '{formula} ({counted} records)' },
  undone: { zh: '未完成', en: 'Not done' },
  missed: { zh: '漏做', en: 'missed' },
  unexplained: { zh: '原因未说明', en: 'cause not stated' },
}

/** Figures, what was missed, and the remarks given with it; handed in once, the same file again and again. */
export async function printReport(
  context: Context,
  { id, as: format }: { id: OccurrenceId; as: 'html' | 'docx' | 'pdf' },
): Promise<File> {
  requirePermission(context, 'upkeep.read')
  const { language } = context
  const { occurrence, from, until, asOf, figures, missed } = await draftReport(context, id)
  const template = SHEET ?? refuse('not-found')

  const { planName, unit, note } = occurrence
  const known = Temporal.Instant.from(asOf)
  const local = known.toZonedDateTimeISO(OFFICE_TIME_ZONE)
  const moment = `${local.toPlainDate().toString()} ${local.toPlainTime().toString().slice(0, 5)}`
  const told = figures.map(({ section, name, value, unit: of, counted, formula }) =>
    rowOf({
      level1: section,
      level3: name,
      target: value === null ? say(WORDS.none, language) : `${value} ${of}`,
      remark: say(WORDS.of, language, { formula, counted }),
    }),
  )
  const undone = missed.map(({ what, day, cause }) =>
    rowOf({
      level1: say(WORDS.undone, language),
      level3: `${what} ${day}`,
      target: say(WORDS.missed, language),
      remark: cause ?? say(WORDS.unexplained, language),
    }),
  )
  const content = {
    ...emptyContent(template),
    project: planName,
    unit: unit.name,
    year: Number(from.slice(0, 4)),
    fields: { 报告期间: `${from} 至 ${until}`, 数据截至: moment, 说明: note },
    indicators: [...told, ...undone],
  }
  return printContent({ template, content, format, writtenOn: officeDay(known).toString() })
}

function rowOf(cells: Pick<IndicatorRow, 'level1' | 'level3' | 'target' | 'remark'>): IndicatorRow {
  const blank = { level2: '', weight: null, actual: null, score: null, reason: null, part: null, line: null }
  return { ...blank, ...cells, doubts: [], rawCells: [] }
}
