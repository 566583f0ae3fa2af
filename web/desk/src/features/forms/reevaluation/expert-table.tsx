import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { useAside, useList, useWords } from '#desk/words/use-words.ts'
import type { Report } from './difference-report.tsx'

const WORDS = {
  caption: { zh: '专家评分', en: 'Scores of the experts' },
  expert: { zh: '专家', en: 'Expert' },
  part: { zh: '{part}（{weight}）', en: '{part} ({weight})' },
  total: { zh: '合计', en: 'Sum' },
  remark: { zh: '评语', en: 'Remark' },
  paper: { zh: '纸质', en: 'on paper' },
  left: { zh: '不计', en: 'left out' },
  mean: { zh: '平均', en: 'Mean' },
} as const

type Line = { readonly name: string; readonly points: readonly string[]; readonly score: string; readonly said: string }

/** What every expert gave to every part, and the mean of those that count. */
export function ExpertTable({ report: { parts, experts, total } }: { readonly report: Report }) {
  const list = useList()
  const aside = useAside()
  const say = useWords(WORDS)
  const lines = experts.map(({ expert, points, score, remark, counted, paper }): Line => {
    const marks = [...(paper ? [say('paper')] : []), ...(counted ? [] : [say('left')])]
    return { name: marks.length === 0 ? expert : aside(expert, list(marks)), points, score, said: remark }
  })
  const mean: Line = { name: say('mean'), points: parts.map((part) => part.mean), score: total, said: '' }
  const columns: readonly Column<Line>[] = [
    {
      key: 'expert',
      title: say('expert'),
      width: '20%',
      cell: ({ name }) => <span className="cell-name">{name}</span>,
    },
    ...parts.map(({ name: part, weight }, at): Column<Line> => {
      return {
        key: part,
        title: say('part', { part, weight }),
        kind: 'number',
        cell: ({ points }) => points[at] ?? '—',
      }
    }),
    { key: 'total', title: say('total'), kind: 'number', cell: ({ score }) => <b>{score}</b> },
    { key: 'remark', title: say('remark'), width: '30%', cell: ({ said }) => (said === '' ? '—' : said) },
  ]
  return <DataTable caption={say('caption')} columns={columns} rows={[...lines, mean]} keyOf={({ name }) => name} />
}
