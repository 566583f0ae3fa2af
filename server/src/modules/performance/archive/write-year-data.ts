import type { Part } from './bundle-part.ts'
import type { Year } from './collect-year.ts'

/** The records themselves, for whoever wants to compute with them: JSON in UTF-8, one file a subject. */
export function writeYearData(year: Year): Part[] {
  const { declaration, approvals, approved, steps, revisions, months, rectifications, money, results } = year
  const { content: _, ...head } = declaration
  const subjects: [name: string, title: string, value: unknown][] = [
    ['申报', '申报表各批复版本的全部单元格', { ...head, approvals, versions: approved.map(versionOf) }],
    ['经过', '从提交到归档的每一步：人、时间、意见、版本摘要值', steps],
    ['修订', '修订申请、修订前后与审批', revisions],
    ['监控', '各月监控填报与亮灯', months.map(({ savedAt, ...month }) => ({ ...month, savedAt: savedAt.toString() }))],
    ['整改', '整改通知与答复', rectifications],
    ['资金', '预算、拨款与逐笔支付', money],
    ['自评', '自评的结论、说明、替换值与全部单元格', { ...year.selfEvaluation, content: year.selfContent }],
    ['复核', '复核与再评分', year.reEvaluations],
    ['结果', '当年结果', results],
  ]
  return subjects.map(([name, title, value]) => ({
    path: `数据/${name}.json`,
    title,
    bytes: new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`),
  }))
}

function versionOf({ version, savedAt, savedBy, content }: Year['approved'][number]) {
  return { version, savedAt: savedAt.toString(), savedBy, content }
}
