import type { SurveyId } from '@shiji/contract/desk-surveys'
import { AUDIENCE_WORDS } from '@shiji/contract/survey-words'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import type { Column } from '#desk/kit/data-table.tsx'
import { ListPage } from '#desk/kit/list-page.tsx'
import { thisYear } from '#desk/kit/this-year.ts'
import { YearChoice } from '#desk/kit/year-choice.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import { OpenSurvey } from './open-survey.tsx'
import { StandingLight, type SurveyListed } from './standing-light.tsx'
import '../tickets.css'
import './surveys.css'

const WORDS = {
  title: { zh: '满意度调查', en: 'Surveys' },
  about: {
    zh: '按名单随机抽样，不记名作答，达到最小样本才算数',
    en: 'A random sample of a list answers without names; it counts once enough did',
  },
  open: { zh: '开展调查', en: 'Open a survey' },
  survey: { zh: '调查', en: 'Survey' },
  answered: { zh: '回收', en: 'Answered' },
  of: { zh: '{answered} / {invited} 份', en: '{answered} of {invited}' },
  share: { zh: '满意率', en: 'Satisfied' },
  range: { zh: '95% 区间 {low}–{high}', en: '95 % interval {low}–{high}' },
  until: { zh: '截止日', en: 'Last day' },
  standing: { zh: '状态', en: 'State' },
  none: { zh: '{year} 年没有开展过调查', en: 'No survey judges the service of {year}' },
  noneAbout: {
    zh: '准备一份被服务人员名单，抽样后把链接发给被抽中的人。',
    en: 'Make a list of the people served; those drawn from it get a link.',
  },
} as const

export function SurveysPage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const mayOpen = useMay('desk.organize')
  const { year = thisYear() } = useSearch({ from: '/desk/surveys' })
  const [opening, setOpening] = useState(false)
  const columns = useColumns()
  const list = useQuery(queries.deskSurveys.listSurveys.queryOptions({ input: { year } }))
  const action = mayOpen ? (
    <Button type="primary" onClick={() => setOpening(true)}>
      {say('open')}
    </Button>
  ) : undefined
  return (
    <ListPage
      title={say('title')}
      about={say('about')}
      tools={
        <YearChoice
          latest={thisYear()}
          year={year}
          onChoose={(chosen) => void navigate({ to: '/surveys', search: { year: chosen }, replace: true })}
        />
      }
      action={action}
      query={list}
      columns={columns}
      none={{ title: say('none', { year }), about: say('noneAbout') }}
    >
      <OpenSurvey open={opening} onClose={() => setOpening(false)} />
    </ListPage>
  )
}

function useColumns(): readonly Column<SurveyListed>[] {
  const say = useWords(WORDS)
  const sayAudience = useWords(AUDIENCE_WORDS)
  return [
    {
      key: 'survey',
      title: say('survey'),
      cell: ({ id, title, audience, unit, project }) => (
        <span className="two-lines">
          <Link to="/surveys/$surveyId" params={{ surveyId: id as SurveyId }}>
            {title}
          </Link>
          <span className="small">
            {[sayAudience(audience), unit.name, project?.name ?? ''].filter((part) => part !== '').join(' · ')}
          </span>
        </span>
      ),
    },
    {
      key: 'answered',
      title: say('answered'),
      kind: 'number',
      width: '150px',
      cell: ({ answered, invited, responseRate }) => (
        <span className="two-lines">
          <span>{say('of', { answered, invited })}</span>
          <span className="small">{responseRate === null ? '' : `${responseRate}%`}</span>
        </span>
      ),
    },
    {
      key: 'share',
      title: say('share'),
      kind: 'number',
      width: '190px',
      cell: ({ standing }) =>
        standing.kind === 'valid' ? (
          <span className="two-lines">
            <strong>{standing.share}%</strong>
            <span className="small">{say('range', standing.interval)}</span>
          </span>
        ) : (
          '—'
        ),
    },
    { key: 'until', title: say('until'), width: '120px', cell: ({ closesOn }) => closesOn },
    {
      key: 'standing',
      title: say('standing'),
      width: '17%',
      cell: ({ standing }) => <StandingLight {...{ standing }} />,
    },
  ]
}
