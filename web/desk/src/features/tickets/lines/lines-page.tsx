import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { type api, queries } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import { SetLine } from './set-line.tsx'
import '../tickets.css'

const WORDS = {
  title: { zh: '服务分工', en: 'Who serves whom' },
  about: {
    zh: '谁服务谁，报修计入哪个项目的指标',
    en: 'Who serves whom, and which project the calls count for',
  },
  set: { zh: '设服务线', en: 'Set a service line' },
  lines: { zh: '服务线', en: 'Service lines' },
  unit: { zh: '单位（含下级）', en: 'Unit, with all below it' },
  service: { zh: '服务', en: 'Service' },
  all: { zh: '全部服务', en: 'all services' },
  project: { zh: '计入项目', en: 'Project' },
  none: { zh: '不计入任何项目', en: 'no project' },
  from: { zh: '起始日', en: 'From' },
  by: { zh: '设定人', en: 'Set by' },
  noLines: { zh: '还没有服务线', en: 'No service lines yet' },
  noLinesAbout: {
    zh: '没有服务线的工单不计入任何项目的看板。设一条，已有工单会随之归入。',
    en: 'Tickets without a line count on the board of no project. Set one, and the tickets that are there go along.',
  },
  teams: { zh: '服务班组', en: 'Teams' },
  served: { zh: '服务对象（含下级）', en: 'Serves, with all below it' },
  team: { zh: '班组', en: 'Team' },
  noTeams: { zh: '还没有指定班组', en: 'No team was named' },
  noTeamsAbout: {
    zh: '没有指定时由本区自己服务。系统管理员可以指定。',
    en: 'The district serves itself until the system administrator names a team.',
  },
} as const

type Line = Awaited<ReturnType<typeof api.deskLines.listLines>>[number]
type Team = Awaited<ReturnType<typeof api.deskTeams.listTeams>>[number]

/** Who serves which unit, and which project pays for it. */
export function LinesPage() {
  const say = useWords(WORDS)
  const maySet = useMay('desk.organize')
  const [setting, setSetting] = useState(false)
  const action = maySet ? (
    <Button type="primary" onClick={() => setSetting(true)}>
      {say('set')}
    </Button>
  ) : undefined
  return (
    <>
      <PageHead title={say('title')} about={say('about')} action={action} />
      <Lines />
      <Teams />
      <SetLine open={setting} onClose={() => setSetting(false)} />
    </>
  )
}

function Lines() {
  const say = useWords(WORDS)
  const list = useQuery(queries.deskLines.listLines.queryOptions())
  const desk = useQuery(queries.desk.readDesk.queryOptions())
  const nameOf = (key: string) => desk.data?.services.find((one) => one.key === key)?.name ?? key
  const columns: readonly Column<Line>[] = [
    { key: 'unit', title: say('unit'), cell: ({ unit }) => unit.name },
    {
      key: 'service',
      title: say('service'),
      width: '16%',
      cell: ({ service }) => (service === null ? say('all') : nameOf(service)),
    },
    { key: 'project', title: say('project'), width: '34%', cell: ({ project }) => project?.name ?? say('none') },
    { key: 'from', title: say('from'), width: '120px', cell: ({ startsOn }) => startsOn },
    { key: 'by', title: say('by'), width: '110px', cell: ({ setBy }) => setBy },
  ]
  return (
    <section className="lines-part">
      <h2>{say('lines')}</h2>
      <Loaded query={list}>
        {(rows) => (
          <DataTable
            caption={say('lines')}
            {...{ columns, rows }}
            keyOf={({ id }) => id}
            none={{ title: say('noLines'), about: say('noLinesAbout') }}
          />
        )}
      </Loaded>
    </section>
  )
}

function Teams() {
  const say = useWords(WORDS)
  const list = useQuery(queries.deskTeams.listTeams.queryOptions())
  const columns: readonly Column<Team>[] = [
    { key: 'served', title: say('served'), cell: ({ unit }) => unit.name },
    { key: 'team', title: say('team'), width: '50%', cell: ({ team }) => team.name },
  ]
  return (
    <section className="lines-part">
      <h2>{say('teams')}</h2>
      <Loaded query={list}>
        {(rows) => (
          <DataTable
            caption={say('teams')}
            {...{ columns, rows }}
            keyOf={({ unit }) => unit.id}
            none={{ title: say('noTeams'), about: say('noTeamsAbout') }}
          />
        )}
      </Loaded>
    </section>
  )
}
