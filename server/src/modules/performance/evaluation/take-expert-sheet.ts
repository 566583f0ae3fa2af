import type { FormId } from '@shiji/contract/performance'
import type { FormContent } from '@shiji/kernel/form/form-content'
import { type Language, say } from '@shiji/kernel/wording'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { writeLists } from '#platform/lists/write-lists'
import { refuse } from '#platform/refusal'
import { lifeRulesOf } from '../official-sheets.ts'
import { findSelfEvaluation } from './self-evaluation-store.ts'

/** 专家评分表: what one expert fills in and signs, with the indicators as the unit evaluated them on a second sheet. */
export async function takeExpertSheet(context: Context, { id }: { id: FormId }): Promise<File> {
  requirePermission(context, 'performance.read')
  const { language } = context
  const own = await read(context.db, (reader) => findSelfEvaluation(reader, context.actor, id))
  const { content } = own ?? refuse('not-found')
  const name = say(WORDS.file, language, { project: content.project })
  return writeLists([scoresOf(content, language), indicatorsOf(content, language)], name)
}

function scoresOf(content: FormContent, language: Language) {
  const word = (key: keyof typeof WORDS) => say(WORDS[key], language)
  const { parts } = lifeRulesOf(content).keyEvaluation
  const project = content.unit === null ? content.project : `${content.unit} ${content.project}`
  return {
    name: word('scores'),
    note: say(WORDS.note, language, { project, year: content.year ?? '' }),
    columns: [
      { heading: word('part'), width: 20 },
      { heading: word('weight'), width: 10 },
      { heading: word('score'), width: 12 },
      { heading: word('remark'), width: 60 },
    ],
    rows: [...parts.map(({ name, weight }) => [name[language], weight, '', '']), [word('total'), '100', '', '']],
  }
}

function indicatorsOf(content: FormContent, language: Language) {
  const word = (key: keyof typeof WORDS) => say(WORDS[key], language)
  const columns = [
    ...[word('level1'), word('level2'), word('level3')].map((heading) => ({ heading, width: 24 })),
    ...[word('target'), word('actual')].map((heading) => ({ heading, width: 20 })),
    ...[word('weight'), word('self')].map((heading) => ({ heading, width: 10 })),
    { heading: word('reason'), width: 40 },
  ]
  const rows = content.indicators.map(({ level1, level2, level3, target, actual, weight, score, reason }) => [
    ...[level1, level2, level3, target],
    ...[actual ?? '', weight ?? '', score ?? '', reason ?? ''],
  ])
  return { name: word('indicators'), note: word('about'), columns, rows }
}

const WORDS = {
  file: { zh: '专家评分表-{project}.xlsx', en: 'expert-sheet-{project}.xlsx' },
  scores: { zh: '评分', en: 'Scores' },
  note: {
    zh: '{year} 年 {project} 重点评价。各部分在分值以内评分，最多两位小数。专家签名：　　　　　　日期：',
    en: 'Key evaluation of {project}, {year}. Each part within its weight, two decimals at most. Signed:            Day:',
  },
  part: { zh: '部分', en: 'Part' },
  weight: { zh: '分值', en: 'Weight' },
  score: { zh: '评分', en: 'Score' },
  remark: { zh: '评语', en: 'Remark' },
  total: { zh: '合计', en: 'Sum' },
  indicators: { zh: '指标', en: 'Indicators' },
  about: {
    zh: '单位自评的指标，供评分时参看。',
    en: 'The indicators as the unit evaluated them, to look at while scoring.',
  },
  level1: { zh: '一级指标', en: 'Level 1' },
  level2: { zh: '二级指标', en: 'Level 2' },
  level3: { zh: '三级指标', en: 'Level 3' },
  target: { zh: '目标值', en: 'Target' },
  actual: { zh: '实际值', en: 'Actual' },
  self: { zh: '自评得分', en: 'Self' },
  reason: { zh: '偏差原因', en: 'Reason' },
} as const
