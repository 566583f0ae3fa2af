import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type api, queries } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { Desks } from './desks.tsx'
import './flow-editor.css'
import { useVersionName } from './version-name.ts'

const WORDS = {
  title: { zh: '审批流程', en: 'Approval flows' },
  about: {
    zh: '每个流程的版本；新发起的走现行版本，在途的走发起时的版本',
    en: 'New cases take the current version, running ones stay on theirs',
  },
  flow: { zh: '流程', en: 'Flow' },
  current: { zh: '现行版本', en: 'Current version' },
  versions: { zh: '全部版本（在途件数）', en: 'All versions (cases on their way)' },
  draft: { zh: '草稿', en: 'Draft' },
  drawn: { zh: '{by} 于 {at} 编辑', en: 'by {by}, {at}' },
  none: { zh: '没有', en: 'none' },
  running: { zh: '{name}（{count}）', en: '{name} ({count})' },
  empty: { zh: '没有流程', en: 'There are no flows' },
  emptyAbout: { zh: '装入带审核链的地方包后，流程会在这里。', en: 'They come with the pack of a place.' },
} as const

type Row = Awaited<ReturnType<typeof api.flowDefinitions.listFlows>>[number]

/** The flows of the district with their versions and drafts. */
export function FlowsPage() {
  const say = useWords(WORDS)
  const columns = useColumns()
  const flows = useQuery(queries.flowDefinitions.listFlows.queryOptions())
  return (
    <>
      <PageHead title={say('title')} about={say('about')} />
      <Loaded query={flows}>
        {(rows) => (
          <DataTable
            caption={say('title')}
            {...{ columns, rows }}
            keyOf={({ key }) => key}
            none={{ title: say('empty'), about: say('emptyAbout') }}
          />
        )}
      </Loaded>
      <Desks />
    </>
  )
}

function useColumns(): readonly Column<Row>[] {
  const say = useWords(WORDS)
  const nameOf = useVersionName()
  return [
    {
      key: 'flow',
      title: say('flow'),
      cell: ({ key, name }) => (
        <Link className="cell-name" to="/flows/$key" params={{ key }}>
          {name}
        </Link>
      ),
    },
    {
      key: 'current',
      title: say('current'),
      width: '18%',
      cell: ({ versions }) => {
        const current = versions.find(({ isCurrent }) => isCurrent)
        return current === undefined ? say('none') : <Light kind="good" word={nameOf(current)} />
      },
    },
    {
      key: 'versions',
      title: say('versions'),
      width: '34%',
      cell: ({ key, versions }) => (
        <span className="flow-versions">
          {versions.map((version) => (
            <Link key={version.version} to="/flows/$key" params={{ key }} search={{ version: version.version }}>
              {say('running', { name: nameOf(version), count: version.running })}
            </Link>
          ))}
        </span>
      ),
    },
    {
      key: 'draft',
      title: say('draft'),
      width: '22%',
      cell: ({ draft }) =>
        draft === null ? say('none') : say('drawn', { by: draft.editedBy, at: formatMoment(draft.editedAt) }),
    },
  ]
}
