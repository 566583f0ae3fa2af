import type { UnitId } from '@shiji/contract/directory'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { thisYear } from '#desk/kit/this-year.ts'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { LightCount } from './light-count.tsx'
import { ProjectCards } from './project-cards.tsx'
import { ProjectForms, ProjectName } from './project-forms.tsx'
import { lastSaved, type Project, type Shown } from './project-row.ts'
import { StartSeveral } from './start-several.tsx'

const WORDS = {
  project: { zh: '项目', en: 'Project' },
  forms: { zh: '各年的表', en: 'Forms by year' },
  lights: { zh: '{year} 年指标的灯', en: 'Lights of {year}' },
  saved: { zh: '最近保存', en: 'Last saved' },
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

type ProjectListProps = {
  readonly search: string
  readonly year: number | undefined
  readonly unit: UnitId | undefined
  readonly view: 'cards' | 'table'
}

/** Projects under their units, the newest first. */
export function ProjectList({ search, year, unit, view }: ProjectListProps) {
  const say = useWords(WORDS)
  const [chosen, setChosen] = useState<ReadonlyMap<string, Project>>(new Map())
  const shown = useShown({ year, unit, chosen, setChosen })
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
            {shown.choose === undefined ? null : (
              <StartSeveral
                listed={projects}
                chosen={[...chosen.values()]}
                onChoose={(these) => setChosen(byId(these))}
              />
            )}
            {[...new Set(projects.map(({ unitName }) => unitName))].map((unitName) => (
              <section key={unitName} className="project-unit">
                <h2>{unitName}</h2>
                <OfUnit {...{ view, shown, unitName }} projects={projects.filter((one) => one.unitName === unitName)} />
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

function byId(projects: readonly Project[]): ReadonlyMap<string, Project> {
  return new Map(projects.map((project) => [project.id, project]))
}

type Choosing = Pick<ProjectListProps, 'year' | 'unit'> & {
  readonly chosen: ReadonlyMap<string, Project>
  readonly setChosen: (chosen: ReadonlyMap<string, Project>) => void
}

function useShown({ year: asked, unit: unitId, chosen, setChosen }: Choosing): Shown {
  const mayWrite = useMay('performance.write')
  const working = useQuery(queries.cockpit.findWorkingYear.queryOptions({ enabled: asked === undefined }))
  const year = asked ?? working.data?.year ?? thisYear()
  const lights = useQuery(
    queries.cockpit.listProjectLights.queryOptions({
      input: { year, unitId },
      enabled: asked !== undefined || !working.isPending,
    }),
  )
  const found = new Map(lights.data?.projects.map((one) => [one.projectId, one]))
  const choose = (project: Project, isChosen: boolean) => {
    const others = [...chosen.values()].filter(({ id }) => id !== project.id)
    setChosen(byId(isChosen ? [...others, project] : others))
  }
  return {
    year,
    lightsOf: ({ id }) => found.get(id) ?? (lights.data?.more === false ? null : undefined),
    chosen: new Set(chosen.keys()),
    choose: mayWrite ? choose : undefined,
  }
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

type OfUnitProps = Pick<ProjectListProps, 'view'> & {
  readonly unitName: string
  readonly projects: readonly Project[]
  readonly shown: Shown
}

function OfUnit({ view, unitName, projects, shown }: OfUnitProps) {
  const columns = useColumns(shown)
  if (view === 'cards') return <ProjectCards projects={projects} shown={shown} />
  return <DataTable caption={unitName} columns={columns} rows={projects} keyOf={({ id }) => id} />
}

function useColumns(shown: Shown): readonly Column<Project>[] {
  const say = useWords(WORDS)
  const { year, lightsOf } = shown
  return [
    { key: 'project', title: say('project'), cell: (project) => <ProjectName project={project} shown={shown} /> },
    { key: 'forms', title: say('forms'), width: '32%', cell: (project) => <ProjectForms project={project} /> },
    {
      key: 'lights',
      title: say('lights', { year }),
      width: '20%',
      cell: (project) => <LightCount found={lightsOf(project)} year={year} />,
    },
    {
      key: 'saved',
      title: say('saved'),
      width: '130px',
      cell: (project) => {
        const last = lastSaved(project)
        return last === undefined ? '—' : formatMoment(last)
      },
    },
  ]
}
