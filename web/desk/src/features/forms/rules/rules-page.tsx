import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { type api, queries } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { STAGE_WORDS } from '#desk/life/stage-words.ts'
import { useList, useWords } from '#desk/words/use-words.ts'
import './rules.css'

const WORDS = {
  title: { zh: '规则包', en: 'Rules' },
  about: {
    zh: '按哪些规则审核、监控、评分和定级，每条规则出自哪里',
    en: 'By which rules goals are reviewed, monitored, scored and graded, and where each comes from',
  },
  packs: { zh: '各地各年的规则', en: 'Rules by place and year' },
  life: { zh: '监控、抽样、结果应用', en: 'monitoring, sampling, results' },
  from: { zh: '{from} 起', en: 'from {from}' },
  until: { zh: '{from} 至 {to}', en: '{from} to {to}' },
  variant: { zh: '选用：{variant}', en: 'by choice: {variant}' },
  topic: { zh: '事项', en: 'About' },
  rule: { zh: '规则', en: 'Rule' },
  source: { zh: '出处', en: 'Source' },
  A: { zh: 'A 表上印的', en: 'A printed on a form' },
  B: { zh: 'B 公开文本', en: 'B public text' },
  C: { zh: 'C 条文待核', en: 'C text to be checked' },
  D: { zh: 'D 推断，可由各地自定', en: 'D inferred, a place may decide' },
} as const

type Head = Awaited<ReturnType<typeof api.rules.listRules>>[number]
type Line = Awaited<ReturnType<typeof api.rules.readRules>>['lines'][number]

/** S17: the packs of places and years, and the one that is chosen in words. */
export function RulesPage() {
  const say = useWords(WORDS)
  const { pack } = useSearch({ from: '/desk/rules' })
  const packs = useQuery(queries.rules.listRules.queryOptions({ input: {} }))
  return (
    <>
      <PageHead title={say('title')} about={say('about')} />
      <Loaded query={packs}>
        {(all) => {
          const shown = all.find(({ id }) => id === pack) ?? all[0]
          return (
            <div className="rules">
              <nav className="rules-packs" aria-label={say('packs')}>
                {all.map((head) => (
                  <Link
                    key={head.id}
                    to="/rules"
                    search={{ pack: head.id }}
                    aria-current={head.id === shown?.id ? 'true' : undefined}
                    replace
                  >
                    {head.name}
                    <Facts head={head} />
                  </Link>
                ))}
              </nav>
              {shown === undefined ? null : <Rules key={shown.id} id={shown.id} />}
            </div>
          )
        }}
      </Loaded>
    </>
  )
}

function Facts({ head: { stages, validFrom: from, validTo: to, variant } }: { readonly head: Head }) {
  const say = useWords(WORDS)
  const list = useList()
  const sayStage = useWords(STAGE_WORDS)
  const facts = [
    stages.length === 0 ? say('life') : list(stages.map((stage) => sayStage(stage))),
    to === null ? say('from', { from }) : say('until', { from, to }),
    ...(variant === null ? [] : [say('variant', { variant })]),
  ]
  return <span className="small">{facts.join(' · ')}</span>
}

function Rules({ id }: { readonly id: string }) {
  const say = useWords(WORDS)
  const read = useQuery(queries.rules.readRules.queryOptions({ input: { id } }))
  const columns: readonly Column<Line>[] = [
    {
      key: 'topic',
      title: say('topic'),
      width: '20%',
      cell: ({ topic }) => <span className="cell-name">{topic}</span>,
    },
    { key: 'rule', title: say('rule'), cell: ({ text }) => text },
    {
      key: 'source',
      title: say('source'),
      width: '30%',
      cell: ({ source, sureness }) => (
        <div>
          <p>{source}</p>
          <p className="small">{say(sureness)}</p>
        </div>
      ),
    },
  ]
  return (
    <section className="rules-lines">
      <Loaded query={read}>
        {({ name, lines }) => (
          <>
            <h2>{name}</h2>
            <DataTable caption={name} columns={columns} rows={lines} keyOf={({ topic }) => topic} />
          </>
        )}
      </Loaded>
    </section>
  )
}
