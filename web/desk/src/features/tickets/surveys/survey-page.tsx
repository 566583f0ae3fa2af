import type { SurveyId } from '@shiji/contract/desk-surveys'
import { AUDIENCE_WORDS } from '@shiji/contract/survey-words'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type api, queries } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { StandingLight } from './standing-light.tsx'
import { SurveyResult } from './survey-result.tsx'
import { WithdrawSurvey } from './withdraw-survey.tsx'
import '../tickets.css'
import './surveys.css'

const WORDS = {
  state: { zh: '状态', en: 'State' },
  project: { zh: '计入项目', en: 'Counts for' },
  judged: { zh: '评到', en: 'Judges until' },
  closes: { zh: '截止日', en: 'Last day' },
  opened: { zh: '开展', en: 'Opened' },
  seed: { zh: '抽样种子', en: 'Seed' },
  again: { zh: '重抽一致', en: 'drawn again: the same' },
  differs: { zh: '重抽不一致', en: 'drawn again: different' },
  because: { zh: '撤回原因', en: 'Withdrawn because' },
  list: { zh: '名单（{count} 人）', en: 'The list ({count})' },
  number: { zh: '编号', en: 'Number' },
  name: { zh: '姓名', en: 'Name' },
  office: { zh: '单位', en: 'Office' },
  drawn: { zh: '抽样', en: 'Sample' },
  isDrawn: { zh: '抽中', en: 'drawn' },
  notDrawn: { zh: '未抽中', en: 'not drawn' },
  barred: { zh: '不参与（服务人员）', en: 'barred (serves)' },
} as const

export type SurveySeen = Awaited<ReturnType<typeof api.deskSurveys.readSurvey>>
type Person = SurveySeen['people'][number]

export function SurveyPage() {
  const { surveyId } = useParams({ from: '/desk/surveys/$surveyId' })
  const survey = useQuery(queries.deskSurveys.readSurvey.queryOptions({ input: { id: surveyId as SurveyId } }))
  return <Loaded query={survey}>{(seen) => <Opened survey={seen} />}</Loaded>
}

function Opened({ survey }: { readonly survey: SurveySeen }) {
  const say = useWords(WORDS)
  const sayAudience = useWords(AUDIENCE_WORDS)
  const { title, audience, unit, people } = survey
  return (
    <>
      <PageHead
        title={title}
        about={`${sayAudience(audience)} · ${unit.name}`}
        action={survey.mayWithdraw ? <WithdrawSurvey id={survey.id as SurveyId} /> : undefined}
      />
      <SurveyResult survey={survey} />
      <Facts survey={survey} />
      <section className="lines-part">
        <h2>{say('list', { count: people.length })}</h2>
        <DataTable
          caption={say('list', { count: people.length })}
          columns={usePeopleColumns()}
          rows={people}
          keyOf={({ number }) => String(number)}
        />
      </section>
    </>
  )
}

function Facts({ survey }: { readonly survey: SurveySeen }) {
  const say = useWords(WORDS)
  const { standing, project, judgedOn, closesOn, openedAt, openedBy, seed, isDrawnAgain, withdrawnBecause } = survey
  return (
    <dl className="card facts survey-facts">
      <dt>{say('state')}</dt>
      <dd>
        <StandingLight standing={standing} />
      </dd>
      {withdrawnBecause === null ? null : (
        <>
          <dt>{say('because')}</dt>
          <dd>{withdrawnBecause}</dd>
        </>
      )}
      {project === null ? null : (
        <>
          <dt>{say('project')}</dt>
          <dd>{project.name}</dd>
        </>
      )}
      <dt>{say('judged')}</dt>
      <dd>{judgedOn}</dd>
      <dt>{say('closes')}</dt>
      <dd>{closesOn}</dd>
      <dt>{say('opened')}</dt>
      <dd>
        {formatMoment(openedAt)} <span className="small">{openedBy}</span>
      </dd>
      <dt>{say('seed')}</dt>
      <dd>
        <code className="survey-seed">{seed}</code>{' '}
        <Light kind={isDrawnAgain ? 'good' : 'bad'} word={say(isDrawnAgain ? 'again' : 'differs')} />
      </dd>
    </dl>
  )
}

function usePeopleColumns(): readonly Column<Person>[] {
  const say = useWords(WORDS)
  return [
    { key: 'number', title: say('number'), kind: 'number', width: '80px', cell: ({ number }) => number },
    { key: 'name', title: say('name'), cell: ({ name }) => name },
    { key: 'office', title: say('office'), width: '40%', cell: ({ office }) => office },
    {
      key: 'drawn',
      title: say('drawn'),
      width: '170px',
      cell: ({ isBarred, isDrawn }) => {
        if (isBarred) return <Light kind="none" word={say('barred')} />
        return isDrawn ? <Light kind="good" word={say('isDrawn')} /> : say('notDrawn')
      },
    },
  ]
}
