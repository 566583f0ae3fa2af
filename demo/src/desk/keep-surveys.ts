import { deskLines } from '@shiji/contract/desk-lines'
import { deskSurveys, type NewSurvey } from '@shiji/contract/desk-surveys'
import { deskTeams } from '@shiji/contract/desk-teams'
import type { z } from 'zod'
import type { DemoServer } from '../demo-server.ts'
import { GIVEN_NAMES, SURNAMES } from '../names.ts'
import { officeTime } from '../office-time.ts'
import { EDUCATION_BUREAU, EDUCATION_CENTRE, OFFICE_SERVICES } from '../offices.ts'
import { type DemoPerson, whoIs } from '../people.ts'
import { signIn } from '../sign-in.ts'

const OPENED_ON = '2026-01-05'
const ANSWERED_ON = '2026-01-08'
const DAYS = { judgedOn: '2025-12-31', closesOn: '2026-01-12' }

type DemoSurvey = Pick<z.input<typeof NewSurvey>, 'title' | 'audience' | 'sampleSize' | 'minimum'> & {
  readonly by: DemoPerson
  readonly project: string
  /** Whose people are on the list; null lists people who have no account. */
  readonly office: string | null
  /** How many answered 5, 4, 3, 2 and 1. */
  readonly answers: readonly [number, number, number, number, number]
}

/** Two that say something, and one too few people answered. */
const SURVEYS: readonly DemoSurvey[] = [
  {
    by: whoIs(EDUCATION_CENTRE, 'centre-manager'),
    project: '澄湖区教育业务系统数据库技术保障服务',
    title: '2025 年业务科室满意度调查',
    audience: 'department',
    office: EDUCATION_BUREAU,
    sampleSize: 30,
    minimum: 20,
    answers: [14, 9, 1, 0, 0],
  },
  {
    by: whoIs(OFFICE_SERVICES, 'project-leader'),
    project: '湖畔集中办公点信息系统（运维）',
    title: '2025 年办公楼工作人员满意度调查',
    audience: 'staff',
    office: null,
    sampleSize: 40,
    minimum: 30,
    answers: [17, 15, 1, 1, 0],
  },
  {
    by: whoIs(OFFICE_SERVICES, 'project-leader'),
    project: '湖畔集中办公点信息系统（运维）',
    title: '2025 年管理人员满意度调查',
    audience: 'managers',
    office: null,
    sampleSize: 12,
    minimum: 10,
    answers: [4, 3, 0, 0, 0],
  },
]

/** People of the building as its list has them: names and rooms. */
const PEOPLE_OF_BUILDING = SURNAMES.flatMap(({ text: surname }, row) =>
  GIVEN_NAMES.slice(0, 4).map(
    ({ text: given }, column) => `${surname}${given} 湖畔办公楼${2 + ((row + column) % 6)}层`,
  ),
).slice(0, 90)

export async function keepSurveys(server: DemoServer): Promise<void> {
  for (const survey of SURVEYS) await hold(server, survey)
}

async function hold(server: DemoServer, { by, project: name, office, answers, ...survey }: DemoSurvey): Promise<void> {
  const at = officeTime(OPENED_ON, '10:00')
  const { ask } = await signIn(server, by, at)
  const [project] = await ask(deskLines.findProjects, { search: name }, at)
  const [unit] = office === null ? [] : await ask(deskTeams.findServed, { search: office }, at)
  const list = { unitId: unit?.id ?? null, others: office === null ? PEOPLE_OF_BUILDING : [] }
  const { links } = await ask(
    deskSurveys.openSurvey,
    { ...survey, ...DAYS, ...list, projectId: project?.id ?? null },
    at,
  )
  const scores = answers.flatMap((count, index) => Array.from({ length: count }, () => 5 - index))
  const answerer = server.openBrowser()
  for (const [index, score] of scores.entries()) {
    const code = links[index]?.path.split('/').at(-1) ?? ''
    await answerer.ask(
      deskSurveys.castBallot,
      { code, score },
      officeTime(ANSWERED_ON, '11:00').add({ minutes: index }),
    )
  }
}
