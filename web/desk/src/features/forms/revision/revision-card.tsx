import type { RevisionReply } from '@shiji/contract/revision'
import { Button } from 'antd'
import type { z } from 'zod'
import { api } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { useHandOut } from '#desk/kit/use-hand-out.ts'
import { StateLight } from '#desk/life/life-light.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  title: { zh: '第 {number} 次修订', en: 'Revision {number}' },
  filed: { zh: '{by} 于 {at} 提出，对照第 {version} 版', en: 'Filed by {by} at {at}, against version {version}' },
  decision: { zh: '预算调整文件：{reference}', en: 'Budget decision: {reference}' },
  weights: { zh: '权重重新分配：{reason}', en: 'Weights spread anew: {reason}' },
  indicator: { zh: '指标', en: 'Indicator' },
  was: { zh: '原值', en: 'Before' },
  now: { zh: '修订后', en: 'Revised' },
  why: { zh: '说明', en: 'Explanation' },
  proof: { zh: '佐证', en: 'Proof' },
  files: { zh: '{files} 个文件', en: '{files} files' },
  file: { zh: '{at} {by} 提出', en: '{at} {by} filed it' },
  refile: { zh: '{at} {by} 改好重新提出', en: '{at} {by} filed it again' },
  withdraw: { zh: '{at} {by} 撤回', en: '{at} {by} took it back' },
  review: { zh: '{at} {by} 审核通过本环节', en: '{at} {by} passed it on' },
  return: { zh: '{at} {by} 退回', en: '{at} {by} returned it' },
  approve: { zh: '{at} {by} 批准，修订后的版本已冻结', en: '{at} {by} approved it; the revised version is frozen' },
  reject: { zh: '{at} {by} 不予通过', en: '{at} {by} rejected it' },
  docx: { zh: '修订表 Word', en: 'Sheet in Word' },
  xlsx: { zh: '修订表 Excel', en: 'Sheet in Excel' },
  pdf: { zh: '修订表 PDF', en: 'Sheet in PDF' },
} as const

const KINDS = ['docx', 'xlsx', 'pdf'] as const

export type Revision = z.infer<typeof RevisionReply>
type Row = Revision['asked']['rows'][number]

/** One revision as it was asked, old beside new, and what became of it. */
export function RevisionCard({ revision }: { readonly revision: Revision }) {
  const say = useWords(WORDS)
  const { id, number, state, asked, steps, baseVersion: version, filedBy: by, filedAt } = revision
  const print = useHandOut((as: (typeof KINDS)[number]) => api.revision.printRevision({ id, as }))
  return (
    <section className="card">
      <h2>
        {say('title', { number })} <StateLight state={state} />
      </h2>
      <div className="card-body revision-body">
        <p className="small">{say('filed', { by, at: formatMoment(filedAt), version })}</p>
        {asked.budgetDecision === null ? null : <p>{say('decision', asked.budgetDecision)}</p>}
        <AskedRows rows={asked.rows} title={say('title', { number })} />
        {asked.weights === null ? null : <p>{say('weights', { reason: asked.weights.reason })}</p>}
        <ol className="revision-steps">
          {steps.map(({ deed, at, by: who, opinion }) => (
            <li key={`${at} ${deed}`}>
              {say(deed, { at: formatMoment(at), by: who })} {opinion === '' ? null : <q>{opinion}</q>}
            </li>
          ))}
        </ol>
        <p className="month-tools">
          {KINDS.map((as) => (
            <Button key={as} loading={print.isPending && print.variables === as} onClick={() => print.mutate(as)}>
              {say(as)}
            </Button>
          ))}
        </p>
      </div>
    </section>
  )
}

function AskedRows({ rows, title }: { readonly rows: readonly Row[]; readonly title: string }) {
  const say = useWords(WORDS)
  const columns: readonly Column<Row>[] = [
    { key: 'indicator', title: say('indicator'), width: '28%', cell: ({ indicator }) => indicator },
    { key: 'was', title: say('was'), width: '16%', cell: ({ originalTarget }) => <s>{originalTarget}</s> },
    { key: 'now', title: say('now'), width: '16%', cell: ({ revisedTarget }) => <b>{revisedTarget}</b> },
    { key: 'why', title: say('why'), cell: ({ explanation }) => explanation },
    {
      key: 'proof',
      title: say('proof'),
      width: '90px',
      cell: ({ documentIds }) => say('files', { files: documentIds.length }),
    },
  ]
  return <DataTable caption={title} columns={columns} rows={rows} keyOf={({ indicator }) => indicator} />
}
