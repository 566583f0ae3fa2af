import { say as sayIn, type Wording } from '@shiji/kernel/wording'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { type api, queries } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { thisYear } from '#desk/kit/this-year.ts'
import { type State, StateLight } from '#desk/life/life-light.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { useLanguage, useWords } from '#desk/words/use-words.ts'

const WORDS = {
  title: { zh: '{year} 年度的项目', en: 'Projects of {year}' },
  project: { zh: '项目', en: 'Project' },
  form: { zh: '{year} 申报', en: '{year} declaration' },
  state: { zh: '走到', en: 'Stands at' },
  next: { zh: '下一步', en: 'Next' },
  none: { zh: '{year} 年度还没有申报', en: 'No declaration of {year} yet' },
  declare: { zh: '新建申报', en: 'New declaration' },
  all: { zh: '看全部项目', en: 'See all projects' },
} as const

/** What the state asks for next, and on which page. */
const NEXT: Readonly<Record<State, Wording & { readonly page: '' | '/approval' | '/monitoring' | '/archive' }>> = {
  draft: { page: '', zh: '填完送审', en: 'Fill in and send' },
  submitted: { page: '/approval', zh: '等待审核', en: 'Wait for review' },
  'in-review': { page: '/approval', zh: '看审到哪一步', en: 'See where it is' },
  returned: { page: '', zh: '改好重新提交', en: 'Correct and submit again' },
  rejected: { page: '/approval', zh: '看驳回理由', en: 'See why' },
  approved: { page: '/monitoring', zh: '填本月监控', en: 'Report the month' },
  revised: { page: '/monitoring', zh: '填本月监控', en: 'Report the month' },
  monitored: { page: '/monitoring', zh: '填本月监控', en: 'Report the month' },
  'self-evaluated': { page: '/archive', zh: '归档', en: 'Archive' },
  're-evaluated': { page: '/archive', zh: '归档', en: 'Archive' },
  archived: { page: '/archive', zh: '看档案包', en: 'See the bundle' },
}

type Project = Awaited<ReturnType<typeof api.performance.listProjects>>['projects'][number]
type Row = { readonly project: Project; readonly id: string; readonly year: number; readonly state: State }

/** The declarations of the year with where they stand and what comes next. */
export function MyProjects() {
  const say = useWords(WORDS)
  const mayWrite = useMay('performance.write')
  const { unit: unitId, year = thisYear() } = useSearch({ from: '/desk/home' })
  const columns = useColumns()
  const projects = useQuery(queries.performance.listProjects.queryOptions({ input: { unitId, year } }))
  const declare = mayWrite ? (
    <Link className="button-link" to="/declare">
      {say('declare')}
    </Link>
  ) : undefined
  return (
    <section className="card">
      <h2>{say('title', { year })}</h2>
      <Loaded query={projects}>
        {(page) => {
          const rows = page.projects.flatMap(declarationsOf)
          if (rows.length === 0) {
            const empty = { kind: 'empty', title: say('none', { year }), action: declare } as const
            return <StateBlock state={empty} />
          }
          return (
            <>
              <DataTable caption={say('title', { year })} {...{ columns, rows }} keyOf={({ id }) => id} />
              <p className="home-more">
                <Link to="/projects" search={{ year, unit: unitId }}>
                  {say('all')}
                </Link>
              </p>
            </>
          )
        }}
      </Loaded>
    </section>
  )
}

function declarationsOf(project: Project): readonly Row[] {
  return project.forms.flatMap(({ id, year, state }) => (state === null ? [] : [{ project, id, year, state }]))
}

function useColumns(): readonly Column<Row>[] {
  const say = useWords(WORDS)
  const language = useLanguage()
  return [
    {
      key: 'project',
      title: say('project'),
      cell: ({ project, id, year }) => (
        <div>
          <Link className="cell-name" to="/projects/forms/$formId" params={{ formId: id }}>
            {project.name}
          </Link>
          <span className="small home-about">
            {say('form', { year })} · {project.unitName}
          </span>
        </div>
      ),
    },
    { key: 'state', title: say('state'), width: '130px', cell: ({ state }) => <StateLight state={state} /> },
    {
      key: 'next',
      title: say('next'),
      width: '180px',
      cell: ({ id, state }) => {
        const { page, ...wording } = NEXT[state]
        return (
          <Link to={`/projects/forms/$formId${page}`} params={{ formId: id }}>
            {sayIn(wording, language)}
          </Link>
        )
      },
    },
  ]
}
