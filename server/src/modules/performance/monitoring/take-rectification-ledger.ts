import { LIFE_RULES } from '@shiji/kernel/rules/life-rule-words'
import { say } from '@shiji/kernel/wording'
import type { Context } from '#platform/context'
import { writeReport } from '#platform/lists/write-lists'
import { officeDay } from '#platform/office-day'
import { type LedgerInput, listRectificationLedger } from './list-rectification-ledger.ts'

/** 整改台账 as it is handed in: one line a notice, in the order of the page. */
export async function takeRectificationLedger(context: Context, input: LedgerInput): Promise<File> {
  const { language } = context
  const { rows: notices } = await listRectificationLedger(context, input)
  const word = (key: keyof typeof WORDS) => say(WORDS[key], language)
  const rows = notices.map((notice, at) => [
    String(at + 1),
    notice.project,
    notice.unit,
    String(notice.year),
    notice.month === null ? word(notice.origin) : say(WORDS.month, language, { month: notice.month }),
    say(LIFE_RULES[notice.remedy], language),
    notice.demand,
    notice.dueOn,
    word(notice.overdue ? 'overdue' : notice.state),
    notice.answer,
    notice.answeredAt === null ? '' : officeDay(Temporal.Instant.from(notice.answeredAt)).toString(),
    notice.closedAt === null ? '' : officeDay(Temporal.Instant.from(notice.closedAt)).toString(),
  ])
  return writeReport(context, { words: WORDS, columns: COLUMNS, rows })
}

const WORDS = {
  sheet: { zh: '整改台账', en: 'Corrections' },
  file: { zh: '整改台账.xlsx', en: 'corrections.xlsx' },
  note: { zh: '{day} 的整改台账，{count} 件。', en: 'Corrections as of {day}, {count} of them.' },
  number: { zh: '序号', en: 'No.' },
  project: { zh: '项目', en: 'Project' },
  unit: { zh: '单位', en: 'Unit' },
  year: { zh: '年度', en: 'Year' },
  origin: { zh: '来由', en: 'From' },
  monitoring: { zh: '监控', en: 'monitoring' },
  're-evaluation': { zh: '复核', en: 're-evaluation' },
  month: { zh: '{month} 月监控', en: 'monitoring of month {month}' },
  remedy: { zh: '措施', en: 'Asked' },
  demand: { zh: '整改要求', en: 'Demand' },
  due: { zh: '答复期限', en: 'Answer by' },
  standing: { zh: '办理情况', en: 'Standing' },
  open: { zh: '未答复', en: 'unanswered' },
  overdue: { zh: '逾期未答复', en: 'late' },
  answered: { zh: '已答复，待认可', en: 'answered' },
  closed: { zh: '已销号', en: 'closed' },
  answer: { zh: '整改情况', en: 'Answer' },
  answeredOn: { zh: '答复日期', en: 'Answered on' },
  closedOn: { zh: '销号日期', en: 'Closed on' },
} as const

const COLUMNS = [
  ['number', 8],
  ['project', 36],
  ['unit', 22],
  ['year', 8],
  ['origin', 14],
  ['remedy', 12],
  ['demand', 48],
  ['due', 12],
  ['standing', 16],
  ['answer', 48],
  ['answeredOn', 12],
  ['closedOn', 12],
] as const satisfies readonly (readonly [keyof typeof WORDS, number])[]
