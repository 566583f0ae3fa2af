import { LIFE_RULES } from '@shiji/kernel/rules/life-rule-words'
import { say } from '@shiji/kernel/wording'
import type { Context } from '#platform/context'
import { writeReport } from '#platform/lists/write-lists'
import { listResults } from './list-results.ts'

/** The ranking as the office hands it round: one line a project, the best first within its year. */
export async function takeRanking(context: Context, { year }: { year?: number | undefined }): Promise<File> {
  const { language } = context
  const results = await listResults(context, { year })
  const rows = results.map((result) => [
    String(result.year),
    String(result.rank),
    result.project,
    result.unit,
    result.kind,
    result.selfTotal,
    result.reEvaluated ? result.total : '',
    result.grade ?? '',
    result.effect === null ? '' : say(LIFE_RULES[result.effect], language),
    String(result.openRectifications),
  ])
  return writeReport(context, { words: WORDS, columns: COLUMNS, rows })
}

const WORDS = {
  sheet: { zh: '评价结果', en: 'Results' },
  file: { zh: '评价结果.xlsx', en: 'results.xlsx' },
  note: {
    zh: '{day} 的评价结果，{count} 项。有复核的以复核为准，同分同名次。',
    en: 'Results as of {day}, {count} of them. Re-evaluated ones as re-evaluated; equal totals share a rank.',
  },
  year: { zh: '年度', en: 'Year' },
  rank: { zh: '名次', en: 'Rank' },
  project: { zh: '项目', en: 'Project' },
  unit: { zh: '单位', en: 'Unit' },
  kind: { zh: '项目类别', en: 'Kind' },
  self: { zh: '自评得分', en: 'Self' },
  again: { zh: '复核得分', en: 'Re-evaluated' },
  grade: { zh: '等级', en: 'Grade' },
  effect: { zh: '下年预算', en: 'Next budget' },
  open: { zh: '未答复的整改', en: 'Corrections open' },
} as const

const COLUMNS = [
  ['year', 8],
  ['rank', 8],
  ['project', 40],
  ['unit', 24],
  ['kind', 16],
  ['self', 12],
  ['again', 12],
  ['grade', 8],
  ['effect', 16],
  ['open', 14],
] as const satisfies readonly (readonly [keyof typeof WORDS, number])[]
