import type { CheckupId } from '@shiji/contract/watch-databases'
import { emptyContent } from '@shiji/kernel/form/empty-content'
import type { IndicatorRow } from '@shiji/kernel/form/form-content'
import { say } from '@shiji/kernel/wording'
import { loadPrintedSheets } from '@shiji/packs/load-packs'
import { printContent } from '#modules/performance'
import { type Context, requirePermission } from '#platform/context'
import { OFFICE_TIME_ZONE, officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { openCheckup } from './open-checkup.ts'

const SHEET = loadPrintedSheets().find(({ id }) => id === 'CN-CHECKUP-REPORT')

const WORDS = {
  serious: { zh: '须立即处理', en: 'act at once' },
  notable: { zh: '应安排处理', en: 'plan it' },
  hint: { zh: '建议', en: 'advice' },
  found: { zh: '{name}：{reason}', en: '{name}: {reason}' },
  todo: { zh: '风险：{risk}建议：{advice}', en: 'Risk: {risk} Advice: {advice}' },
  figures: { zh: '指标', en: 'Figures' },
  before: { zh: '上次 {before}', en: 'before: {before}' },
  first: { zh: '首次检查', en: 'first check' },
  gone: { zh: '已消除', en: 'Gone' },
  goneAbout: { zh: '上次发现，本次没有', en: 'found last time, not this time' },
  summary: {
    zh: '须立即处理 {serious} 项，应安排处理 {notable} 项，建议 {hint} 项。{unasked}',
    en: '{serious} to act on at once, {notable} to plan, {hint} advised. {unasked}',
  },
  whole: { zh: '各项均已检查。', en: 'Everything was looked at.' },
  records: { zh: '最近备份 {backup}，最近恢复演练 {drill}', en: 'last backup {backup}, last restore drill {drill}' },
  none: { zh: '无记录', en: 'none on record' },
  hours: { zh: '{hours} 小时', en: '{hours} h' },
} as const

/** The 巡检报告: what was found, its risk, what to do, and how it compares with the check before. */
export async function printCheckup(
  context: Context,
  { id, as: format }: { id: CheckupId; as: 'html' | 'docx' | 'pdf' },
): Promise<File> {
  requirePermission(context, 'watch.read')
  const { language } = context
  const checkup = await openCheckup(context, { id })
  const template = SHEET ?? refuse('not-found')

  const local = Temporal.Instant.from(checkup.at).toZonedDateTimeISO(OFFICE_TIME_ZONE)
  const day = local.toPlainDate().toString()
  const unasked = checkup.unasked.length === 0 ? say(WORDS.whole, language) : checkup.unasked.join('')
  const none = say(WORDS.none, language)
  const records = { backup: checkup.backupOn ?? none, drill: checkup.drillOn ?? none }
  const content = {
    ...emptyContent(template),
    project: `${checkup.service} ${checkup.name}`,
    unit: checkup.unit,
    year: local.year,
    fields: {
      检查时间: `${day} ${local.toPlainTime().toString().slice(0, 5)}`,
      检查人: checkup.by,
      版本: checkup.version,
      备份与演练: say(WORDS.records, language, records),
      结论: say(WORDS.summary, language, { ...checkup.counts, unasked }),
    },
    indicators: rowsOf(checkup, language),
  }
  return printContent({ template, content, format, writtenOn: officeDay(Temporal.Instant.from(checkup.at)).toString() })
}

type Checkup = Awaited<ReturnType<typeof openCheckup>>

function rowsOf({ findings, gone, figures }: Checkup, language: Context['language']): IndicatorRow[] {
  // What is of one kind stands together.
  const found = [...Map.groupBy(findings, ({ rule }) => rule).values()].flatMap((alike) =>
    alike.slice(0, 1).map(({ area, name, risk, advice, grade }) =>
      rowOf({
        level1: area,
        level3: say(WORDS.found, language, { name, reason: alike.map(({ reason }) => reason).join('\n') }),
        target: say(WORDS[grade], language),
        remark: say(WORDS.todo, language, { risk, advice }),
      }),
    ),
  )
  const mended = gone.map(({ name, reason }) =>
    rowOf({
      level1: say(WORDS.gone, language),
      level3: say(WORDS.found, language, { name, reason }),
      target: '',
      remark: say(WORDS.goneAbout, language),
    }),
  )
  const seen = figures.map(({ key, name, value, before }) => {
    const last = before === null ? null : { before: figureOf(key, before, language) }
    return rowOf({
      level1: say(WORDS.figures, language),
      level3: name,
      target: figureOf(key, value, language),
      remark: last === null ? say(WORDS.first, language) : say(WORDS.before, language, last),
    })
  })
  return [...found, ...mended, ...seen]
}

function figureOf(key: string, value: number, language: Context['language']): string {
  if (key.endsWith('-bytes')) return `${(value / MEGABYTE).toFixed(1)} MB`
  return key.endsWith('-seconds') ? say(WORDS.hours, language, { hours: Math.floor(value / HOUR) }) : String(value)
}

const MEGABYTE = 2 ** 20
const HOUR = 3600

function rowOf(cells: Pick<IndicatorRow, 'level1' | 'level3' | 'target' | 'remark'>): IndicatorRow {
  const blank = { level2: '', weight: null, actual: null, score: null, reason: null, part: null, line: null }
  return { ...blank, ...cells, doubts: [], rawCells: [] }
}
