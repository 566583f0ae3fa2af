import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { api, queries } from '#desk/api/client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { Comparison } from './comparison.tsx'
import { Ranking } from './ranking.tsx'
import { TakeWorkbook } from './take-workbook.tsx'
import './results.css'

const WORDS = {
  title: { zh: '评价结果', en: 'Results' },
  about: {
    zh: '自评总分，有复核的以复核为准；同分同名次',
    en: 'Totals of self-evaluations, re-evaluated ones as re-evaluated; equal totals share a rank',
  },
  years: { zh: '年度', en: 'Year' },
  oneYear: { zh: '{year} 年度', en: '{year}' },
  all: { zh: '全部年度', en: 'All years' },
  by: { zh: '比较', en: 'Compare' },
  year: { zh: '按年度', en: 'By year' },
  unit: { zh: '按单位', en: 'By unit' },
  kind: { zh: '按项目类别', en: 'By kind of project' },
  empty: { zh: '还没有提交的自评', en: 'No self-evaluation was handed in yet' },
  emptyAbout: {
    zh: '自评提交以后，这里按总分排名，并按年度、单位和项目类别比较。',
    en: 'Once they are, they are ranked here and compared over years, units and kinds.',
  },
} as const

export type Result = Awaited<ReturnType<typeof api.results.listResults>>[number]

/** S17: rankings, and comparisons over years, units and kinds of project. */
export function ResultsPage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const search = useSearch({ from: '/desk/results' })
  const { year, by = 'unit' } = search
  const results = useQuery(queries.results.listResults.queryOptions({ input: {} }))
  const go = (wanted: Partial<typeof search>) =>
    void navigate({ to: '/results', search: { ...search, ...wanted }, replace: true })
  return (
    <>
      <PageHead
        title={say('title')}
        about={say('about')}
        action={<TakeWorkbook take={() => api.results.takeRanking({ year })} />}
      />
      <Loaded query={results}>
        {(all) => {
          if (all.length === 0) {
            return <StateBlock state={{ kind: 'empty', title: say('empty'), about: say('emptyAbout') }} />
          }
          const years = [...new Set(all.map((result) => result.year))].toSorted((a, b) => b - a)
          const shown = all.filter((result) => year === undefined || result.year === year)
          return (
            <>
              <div className="results-tools">
                <Select
                  aria-label={say('years')}
                  value={year ?? 0}
                  options={[0, ...years].map((value) => ({
                    value,
                    label: value === 0 ? say('all') : say('oneYear', { year: value }),
                  }))}
                  onChange={(chosen) => go({ year: chosen === 0 ? undefined : chosen })}
                />
                <Select
                  aria-label={say('by')}
                  value={by}
                  options={(['year', 'unit', 'kind'] as const).map((value) => ({ value, label: say(value) }))}
                  onChange={(chosen) => go({ by: chosen })}
                />
              </div>
              {/* One year alone has nothing to be compared with over the years. */}
              <Comparison results={by === 'year' ? all : shown} by={by} />
              <Ranking results={shown} />
            </>
          )
        }}
      </Loaded>
    </>
  )
}
