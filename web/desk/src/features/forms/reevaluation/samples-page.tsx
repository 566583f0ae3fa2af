import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { type api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { thisYear } from '#desk/kit/this-year.ts'
import { YearChoice } from '#desk/kit/year-choice.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import './reevaluation.css'

const WORDS = {
  title: { zh: '复核', en: 'Re-evaluation' },
  about: { zh: '提交的自评按种子抽样复核', en: 'Self-evaluations handed in are sampled by a seed' },
  seed: { zh: '抽样种子', en: 'Seed' },
  seedAbout: {
    zh: '同一种子对同一批自评抽出同样的样本，谁都可以重算。',
    en: 'The same seed over the same self-evaluations draws the same sample; anybody can do it again.',
  },
  draw: { zh: '抽样', en: 'Draw' },
  empty: { zh: '{year} 年还没有抽样', en: 'Nothing was sampled for {year}' },
  emptyAbout: {
    zh: '写一个种子，从这一年提交的自评里抽样；大额项目全部复核，每个单位至少一份。',
    en: 'Write a seed and draw from what was handed in; large projects are all taken, and one of every unit at least.',
  },
  sample: { zh: '种子 {seed}', en: 'Seed {seed}' },
  facts: {
    zh: '{frame} 份自评中抽中 {drawn} 份，已复核 {done} 份 · {by} 于 {at} 抽取',
    en: '{drawn} of {frame} drawn, {done} looked at again · drawn by {by} at {at}',
  },
  project: { zh: '项目', en: 'Project' },
  stratum: { zh: '层', en: 'Stratum' },
  why: { zh: '为什么抽中', en: 'Why' },
  certain: { zh: '本层全部复核', en: 'all of the stratum' },
  lot: { zh: '抽签', en: 'by lot' },
  unit: { zh: '单位至少一份', en: 'one of the unit' },
  number: { zh: '签号', en: 'Lot' },
  state: { zh: '状态', en: 'State' },
  done: { zh: '已复核', en: 'Done' },
  waiting: { zh: '待复核', en: 'Waiting' },
} as const

type Sample = Awaited<ReturnType<typeof api.reEvaluation.listSamples>>[number]
type Item = Sample['items'][number]

/** The samples of a year, each with the seed that gives it again. */
export function SamplesPage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const { year = thisYear() - 1 } = useSearch({ from: '/desk/re-evaluation' })
  const samples = useQuery(queries.reEvaluation.listSamples.queryOptions({ input: { year } }))
  return (
    <>
      <PageHead title={say('title')} about={say('about')} />
      <div className="again-tools">
        <YearChoice
          year={year}
          latest={thisYear()}
          onChoose={(chosen) => void navigate({ to: '/re-evaluation', search: { year: chosen }, replace: true })}
        />
        <Draw key={year} year={year} />
      </div>
      <Loaded query={samples}>
        {(drawn) =>
          drawn.length === 0 ? (
            <StateBlock state={{ kind: 'empty', title: say('empty', { year }), about: say('emptyAbout') }} />
          ) : (
            drawn.map((sample) => <Drawn key={sample.id} sample={sample} />)
          )
        }
      </Loaded>
    </>
  )
}

function Draw({ year }: { readonly year: number }) {
  const say = useWords(WORDS)
  const [seed, setSeed] = useState('')
  const [field, about] = [useId(), useId()]
  const draw = useMutation(
    queries.reEvaluation.drawSample.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.reEvaluation.listSamples.key() }),
    }),
  )
  return (
    <form
      className="again-draw"
      onSubmit={(event) => {
        event.preventDefault()
        draw.mutate({ year, seed: seed.trim() })
      }}
    >
      <label htmlFor={field}>{say('seed')}</label>
      <Input
        id={field}
        value={seed}
        maxLength={100}
        aria-describedby={about}
        onChange={({ target }) => setSeed(target.value)}
      />
      <Button type="primary" htmlType="submit" disabled={seed.trim() === ''} loading={draw.isPending}>
        {say('draw')}
      </Button>
      <span id={about} className="small">
        {say('seedAbout')}
      </span>
      <ProblemAlert problem={draw.error} />
    </form>
  )
}

function Drawn({ sample }: { readonly sample: Sample }) {
  const say = useWords(WORDS)
  const { seed, frame, items, drawnBy: by, drawnAt } = sample
  const done = items.filter(({ reEvaluated }) => reEvaluated).length
  const columns: readonly Column<Item>[] = [
    {
      key: 'project',
      title: say('project'),
      width: '36%',
      cell: ({ formId, project, unit }) => (
        <div>
          <Link to="/projects/forms/$formId/re-evaluation" params={{ formId }}>
            {project}
          </Link>
          <p className="small">{unit}</p>
        </div>
      ),
    },
    { key: 'stratum', title: say('stratum'), cell: ({ stratum }) => stratum },
    { key: 'why', title: say('why'), cell: ({ why }) => say(why) },
    { key: 'lot', title: say('number'), cell: ({ lot }) => <code className="hash">{lot}</code> },
    {
      key: 'state',
      title: say('state'),
      cell: ({ reEvaluated }) => (
        <Light kind={reEvaluated ? 'good' : 'watch'} word={say(reEvaluated ? 'done' : 'waiting')} />
      ),
    },
  ]
  return (
    <section className="again-sample">
      <h2>{say('sample', { seed })}</h2>
      <p className="small">{say('facts', { frame, drawn: items.length, done, by, at: formatMoment(drawnAt) })}</p>
      <DataTable caption={say('sample', { seed })} columns={columns} rows={items} keyOf={({ formId }) => formId} />
    </section>
  )
}
