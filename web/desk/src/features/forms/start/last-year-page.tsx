import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Input } from 'antd'
import { useState } from 'react'
import { type api, queries } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { useWords } from '#desk/words/use-words.ts'
import '../forms.css'
import { StartChoices } from './start-choices.tsx'

const WORDS = {
  title: { zh: '目标申报', en: 'Declare' },
  about: {
    zh: '选一个项目，去年的申报表就是今年的草稿',
    en: 'Choose a project; last year’s form is this year’s draft',
  },
  search: { zh: '按项目名称查找', en: 'Find by name of the project' },
  caption: { zh: '可沿用的申报表', en: 'Declarations to start from' },
  project: { zh: '项目', en: 'Project' },
  last: { zh: '最近一次申报', en: 'Last declared' },
  lastFacts: { zh: '{year} 年 · {indicators} 项指标', en: '{year} · {indicators} indicators' },
  recurring: { zh: '每年都报', en: 'Every year' },
  act: { zh: '沿用', en: 'Start' },
  go: { zh: '沿用为 {year} 年', en: 'Start {year}' },
  goNamed: { zh: '把“{project}”沿用为 {year} 年', en: 'Start {year} of "{project}"' },
  none: { zh: '没有可沿用的申报表', en: 'No declaration to start from' },
  noneAbout: {
    zh: '换一个词，或从去年的 Word、Excel 文件开始。',
    en: 'Try other words, or start from last year’s Word or Excel file.',
  },
  file: { zh: '从文件开始', en: 'Start from a file' },
} as const

type Renewal = Awaited<ReturnType<typeof api.renewal.listRenewals>>[number]

/** 沿用去年: which declaration is taken up again. */
export function LastYearPage() {
  const say = useWords(WORDS)
  const [search, setSearch] = useState('')
  const columns = useColumns()
  const renewals = useQuery(queries.renewal.listRenewals.queryOptions({ input: { search } }))
  return (
    <>
      <PageHead title={say('title')} about={say('about')} />
      <StartChoices />
      <Input.Search
        allowClear
        className="start-search"
        maxLength={50}
        placeholder={say('search')}
        aria-label={say('search')}
        onSearch={(text) => setSearch(text.trim())}
      />
      <Loaded query={renewals}>
        {(rows) =>
          rows.length === 0 ? (
            <StateBlock
              state={{
                kind: 'empty',
                title: say('none'),
                about: say('noneAbout'),
                action: (
                  <Link className="button-link" to="/declare">
                    {say('file')}
                  </Link>
                ),
              }}
            />
          ) : (
            <DataTable caption={say('caption')} columns={columns} rows={rows} keyOf={({ formId }) => formId} />
          )
        }
      </Loaded>
    </>
  )
}

function useColumns(): readonly Column<Renewal>[] {
  const say = useWords(WORDS)
  return [
    {
      key: 'project',
      title: say('project'),
      cell: ({ project, unitName }) => (
        <>
          <span className="cell-name">{project}</span> <span className="small">{unitName}</span>
        </>
      ),
    },
    {
      key: 'last',
      title: say('last'),
      width: '30%',
      cell: ({ year, indicators, recurring }) => (
        <>
          {say('lastFacts', { year, indicators })}
          {recurring ? <span className="small"> · {say('recurring')}</span> : null}
        </>
      ),
    },
    {
      key: 'act',
      title: say('act'),
      kind: 'actions',
      width: '170px',
      cell: ({ formId, project, year }) => (
        <Link
          to="/declare/last-year/$formId"
          params={{ formId }}
          search={{ year: year + 1 }}
          aria-label={say('goNamed', { project, year: year + 1 })}
        >
          {say('go', { year: year + 1 })}
        </Link>
      ),
    },
  ]
}
