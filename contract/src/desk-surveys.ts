import { z } from 'zod'
import { UnitId } from './directory.ts'
import { endpoint } from './endpoint.ts'
import { ProjectId } from './performance.ts'

/** 满意度调查: a list of people, a sample drawn by a printed seed, answers by link that nobody can join to a person. */

export const SurveyId = z.uuid().brand<'SurveyId'>()
export type SurveyId = z.infer<typeof SurveyId>

/** Who is asked: 业务科室 · 工作人员 · 管理人员 · 学校 · 教师 · 被服务单位 · 群众. */
export const Audience = z.enum(['department', 'staff', 'managers', 'school', 'teacher', 'served', 'public'])

const day = z.iso.date()
const percent = z.string()

export const Standing = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['running', 'withdrawn']) }),
  z.object({ kind: z.literal('too-few'), answered: z.int(), missing: z.int() }),
  z.object({
    kind: z.literal('valid'),
    answered: z.int(),
    satisfied: z.int(),
    share: percent,
    interval: z.object({ low: percent, high: percent }),
  }),
])

const SurveyRow = z.object({
  id: SurveyId,
  title: z.string(),
  audience: Audience,
  unit: z.object({ id: UnitId, name: z.string() }),
  project: z.object({ id: ProjectId, name: z.string() }).nullable(),
  /** The last day of the service that is judged; the answers count for it. */
  judgedOn: day,
  /** The last day on which it may be answered. */
  closesOn: day,
  invited: z.int(),
  answered: z.int(),
  minimum: z.int(),
  responseRate: percent.nullable(),
  standing: Standing,
})

export const Survey = SurveyRow.extend({
  seed: z.string(),
  openedBy: z.string(),
  openedAt: z.iso.datetime(),
  withdrawnBecause: z.string().nullable(),
  /** The sampling frame in its order. */
  people: z.array(
    z.object({ number: z.int(), name: z.string(), office: z.string(), isBarred: z.boolean(), isDrawn: z.boolean() }),
  ),
  /** Drawn again now from the same list by the same seed, the same people come out. */
  isDrawnAgain: z.boolean(),
  /** Answers by score, 5 … 1; null unless the survey is valid. */
  scores: z.array(z.object({ score: z.int(), count: z.int() })).nullable(),
  mayWithdraw: z.boolean(),
})

export const NewSurvey = z.object({
  title: z.string().trim().min(1).max(100),
  audience: Audience,
  projectId: ProjectId.nullable(),
  /** The people of this unit and all below it are on the list; null when only `others` are. */
  unitId: UnitId.nullable(),
  /** People without an account: `name office`, a line each. */
  others: z.array(z.string().trim().min(1).max(100)).max(5_000),
  sampleSize: z.int().min(5).max(5_000),
  minimum: z.int().min(5).max(5_000),
  judgedOn: day,
  closesOn: day,
})

const organize = { permission: 'desk.organize' } as const
const code = z.string().max(100)

export const deskSurveys = {
  listSurveys: endpoint({
    method: 'GET',
    path: '/desk/surveys',
    summary: 'Surveys that judge the service of a year, the latest first',
    access: { permission: 'desk.read' },
    refuses: [],
  })
    .input(z.object({ year: z.coerce.number().int().min(1970).max(2199) }))
    .output(z.array(SurveyRow)),
  openSurvey: endpoint({
    method: 'POST',
    path: '/desk/surveys',
    summary: 'Draw a sample from a list and make a link for everybody drawn; the links are shown once',
    access: organize,
    refuses: ['not-found', 'survey-list-short', 'survey-minimum', 'survey-days'],
  })
    .input(NewSurvey)
    .output(
      z.object({
        id: SurveyId,
        links: z.array(z.object({ number: z.int(), name: z.string(), office: z.string(), path: z.string() })),
      }),
    ),
  readSurvey: endpoint({
    method: 'GET',
    path: '/desk/surveys/{id}',
    summary: 'A survey with its list, its seed and, once it is over, its result',
    access: { permission: 'desk.read' },
    refuses: ['not-found'],
  })
    .input(z.object({ id: SurveyId }))
    .output(Survey),
  withdrawSurvey: endpoint({
    method: 'POST',
    path: '/desk/surveys/{id}/withdrawal',
    summary: 'Take a survey back while nobody knows its result; it stays to be seen, with the reason',
    access: organize,
    refuses: ['not-found', 'survey-over'],
  })
    .input(z.object({ id: SurveyId, reason: z.string().trim().min(1).max(500) }))
    .output(z.object({})),
  showBallot: endpoint({
    method: 'GET',
    path: '/desk/ballots/{code}',
    summary: 'The question of a survey as a page, without an answer chosen beforehand',
    access: 'anybody',
    refuses: ['slow-down'],
  })
    .input(z.object({ code }))
    .output(z.file()),
  castBallot: endpoint({
    method: 'POST',
    path: '/desk/ballots/{code}',
    summary: 'Answer a survey, once a link',
    access: 'anybody',
    refuses: ['slow-down'],
  })
    .input(z.object({ code, score: z.coerce.number().int().min(1).max(5) }))
    .output(z.file()),
}
