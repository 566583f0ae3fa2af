import type { UnitId } from '@shiji/contract/directory'
import { say as sayIn } from '@shiji/kernel/wording'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type api, queries } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { StateLight } from '#desk/life/life-light.tsx'
import { STAGE_WORDS } from '#desk/life/stage-words.ts'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useLanguage, useWords } from '#desk/words/use-words.ts'

const WORDS = {
  project: { zh: '项目', en: 'Project' },
  forms: { zh: '各年的表', en: 'Forms by year' },
  saved: { zh: '最近保存', en: 'Last saved' },
  form: { zh: '{year} {stage}', en: '{year} {stage}' },
  facts: { zh: '{indicators} 项指标 · 第 {version} 版', en: '{indicators} indicators · version {version}' },
  calibre: {
    zh: '指标数是表上的指标行数；每次保存改动加一版',
    en: 'Indicators are the rows of the form; every saved change adds a version',
  },
  none: { zh: '还没有表', en: 'No form yet' },
  more: { zh: '再看 50 个项目', en: 'Show 50 more' },
  empty: { zh: '还没有项目', en: 'No projects yet' },
  emptyAbout: {
    zh: '把去年或今年的申报表（Word、Excel、PDF）交给系统，项目和指标就在这里了。',
    en: 'Hand over a declaration of this or last year (Word, Excel, PDF) and its project and indicators are here.',
  },
  declare: { zh: '导入一份申报表', en: 'Bring a declaration' },
  notFound: { zh: '没有符合条件的项目', en: 'No project fits' },
  notFoundAbout: {
    zh: '换一个词、年度或单位，或看全部项目。',
    en: 'Try other words, another year or unit, or see all projects.',
  },
  all: { zh: '看全部项目', en: 'See all projects' },
} as const

type Project = Awaited<ReturnType<typeof api.performance.listProjects>>['projects'][number]
type ProjectListProps = {
  readonly search: string
  readonly year: number | undefined
  readonly unit: UnitId | undefined
}

/** Projects under their units, the newest first. */
export function ProjectList({ search, year, unit }: ProjectListProps) {
  const say = useWords(WORDS)
  const columns = useColumns()
  const pages = useInfiniteQuery(
    queries.performance.listProjects.infiniteOptions({
      input: (after: string | undefined) => ({ search, year, unitId: unit, after }),
      initialPageParam: undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  )
  return (
    <Loaded query={pages}>
      {(data) => {
        const projects = data.pages.flatMap((page) => page.projects)
        if (projects.length === 0)
          return <NoProjects filtered={search !== '' || year !== undefined || unit !== undefined} />
        return (
          <>
            {[...new Set(projects.map(({ unitName }) => unitName))].map((unit) => (
              <section key={unit} className="project-unit">
                <h2>{unit}</h2>
                <DataTable
                  caption={unit}
                  columns={columns}
                  rows={projects.filter(({ unitName }) => unitName === unit)}
                  keyOf={({ id }) => id}
                />
              </section>
            ))}
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

function NoProjects({ filtered }: { readonly filtered: boolean }) {
  const say = useWords(WORDS)
  const mayWrite = useMay('performance.write')
  if (filtered) {
    const all = <Link to="/projects">{say('all')}</Link>
    return <StateBlock state={{ kind: 'empty', title: say('notFound'), about: say('notFoundAbout'), action: all }} />
  }
  const declare = (
    <Link className="button-link" to="/declare">
      {say('declare')}
    </Link>
  )
  const action = mayWrite ? { action: declare } : {}
  return <StateBlock state={{ kind: 'empty', title: say('empty'), about: say('emptyAbout'), ...action }} />
}

function useColumns(): readonly Column<Project>[] {
  const say = useWords(WORDS)
  const language = useLanguage()
  return [
    {
      key: 'project',
      title: say('project'),
      cell: ({ id, name }) => (
        <Link className="cell-name" to="/projects/$projectId" params={{ projectId: id }}>
          {name}
        </Link>
      ),
    },
    {
      key: 'forms',
      title: say('forms'),
      width: '38%',
      cell: ({ forms }) =>
        forms.length === 0 ? (
          <span className="small">{say('none')}</span>
        ) : (
          <ul className="project-forms">
            {forms.map(({ id, stage, year, version, indicators, state }) => (
              <li key={id}>
                <Link to="/projects/forms/$formId" params={{ formId: id }}>
                  {say('form', { year, stage: sayIn(STAGE_WORDS[stage], language) })}
                </Link>
                {state === null ? null : <StateLight state={state} />}
                <span className="small" title={say('calibre')}>
                  {say('facts', { indicators, version })}
                </span>
              </li>
            ))}
          </ul>
        ),
    },
    {
      key: 'saved',
      title: say('saved'),
      width: '150px',
      cell: ({ forms }) => {
        const last = forms
          .map(({ savedAt }) => savedAt)
          .toSorted()
          .at(-1)
        return last === undefined ? '—' : formatMoment(last)
      },
    },
  ]
}
