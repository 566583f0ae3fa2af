import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type api, queries } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  drafts: { zh: '草稿', en: 'Drafts' },
  subject: { zh: '事项', en: 'Case' },
  kind: { zh: '种类', en: 'Kind' },
  savedAt: { zh: '最后保存', en: 'Last saved' },
  declaration: { zh: '{year} 年申报', en: 'Declaration of {year}' },
  monitoring: { zh: '{year} 年 {month} 月监控', en: 'Monitoring of {year}-{month}' },
  'self-evaluation': { zh: '{year} 年自评', en: 'Self-evaluation of {year}' },
  none: { zh: '没有未送出的草稿', en: 'Nothing begun and not sent' },
  noneAbout: {
    zh: '填了还没送审的申报、还没上报的监控和没提交的自评会在这里。',
    en: 'Declarations not sent, months not reported and self-evaluations not handed in will be here.',
  },
  declare: { zh: '新建申报', en: 'New declaration' },
  more: { zh: '再看 50 条', en: 'Show 50 more' },
} as const

const PAGES = {
  declaration: '/projects/forms/$formId',
  monitoring: '/projects/forms/$formId/monitoring',
  'self-evaluation': '/projects/forms/$formId',
} as const

type Row = Awaited<ReturnType<typeof api.declarationLife.listDrafts>>['rows'][number]

/** 草稿: what I began and did not send. */
export function DraftsList() {
  const say = useWords(WORDS)
  const mayWrite = useMay('performance.write')
  const columns = useColumns()
  const pages = useInfiniteQuery(
    queries.declarationLife.listDrafts.infiniteOptions({
      input: (before: string | undefined) => ({ before }),
      initialPageParam: undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  )
  const declare = mayWrite ? (
    <Link className="button-link" to="/declare">
      {say('declare')}
    </Link>
  ) : undefined
  return (
    <Loaded query={pages}>
      {(data) => {
        const rows = data.pages.flatMap((page) => page.rows)
        if (rows.length === 0) {
          return <StateBlock state={{ kind: 'empty', title: say('none'), about: say('noneAbout'), action: declare }} />
        }
        return (
          <>
            <DataTable
              caption={say('drafts')}
              {...{ columns, rows }}
              keyOf={({ kind, formId, month }) => `${kind} ${formId} ${month}`}
            />
            {pages.hasNextPage ? (
              <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                {say('more')}
              </Button>
            ) : null}
          </>
        )
      }}
    </Loaded>
  )
}

function useColumns(): readonly Column<Row>[] {
  const say = useWords(WORDS)
  return [
    {
      key: 'subject',
      title: say('subject'),
      cell: ({ kind, formId, project, unit }) => (
        <>
          <Link className="cell-name" to={PAGES[kind]} params={{ formId }}>
            {project}
          </Link>{' '}
          <span className="small">{unit}</span>
        </>
      ),
    },
    {
      key: 'kind',
      title: say('kind'),
      width: '24%',
      cell: ({ kind, year, month }) => say(kind, { year, month: month ?? '' }),
    },
    { key: 'savedAt', title: say('savedAt'), width: '150px', cell: ({ savedAt }) => formatMoment(savedAt) },
  ]
}
