import { FormId } from '@shiji/contract/performance'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input, Radio } from 'antd'
import { useId, useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { useFeedback } from '#desk/kit/feedback.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { PROOF_WORDS } from '../evaluation/proof-words.ts'
import type { EvaluatedRow, SelfEvaluation } from '../evaluation/self-evaluation.ts'
import { AskedExperts } from '../experts/asked-experts.tsx'
import { inPoints } from '../in-points.ts'
import { blankExperts, type ExpertScore, ExpertScores } from './expert-scores.tsx'

const WORDS = {
  title: { zh: '逐行复核', en: 'Score again' },
  kind: { zh: '怎么评', en: 'How' },
  're-score': { zh: '复核', en: 'Re-score' },
  key: { zh: '重点评价（专家评分）', en: 'Key evaluation by experts' },
  indicator: { zh: '指标', en: 'Indicator' },
  promise: { zh: '目标 → 实际', en: 'Target → actual' },
  proof: { zh: '证明', en: 'Proof' },
  records: { zh: '{count} 条', en: '{count} records' },
  recordsOf: { zh: '{name} 的 {count} 条依据', en: '{count} records of {name}' },
  self: { zh: '自评', en: 'Self' },
  again: { zh: '复核得分', en: 'Again' },
  againOf: { zh: '复核得分：{name}', en: 'Again: {name}' },
  reason: { zh: '理由（不同时必填）', en: 'Reason (needed where it differs)' },
  reasonOf: { zh: '理由：{name}', en: 'Reason: {name}' },
  opinion: { zh: '复核意见', en: 'Opinion' },
  send: { zh: '提交复核', en: 'Hand in' },
  sent: { zh: '复核已提交', en: 'Handed in' },
} as const

type Written = { readonly again: string; readonly reason: string }
const BLANK: Written = { again: '', reason: '' }

/** Finance's own look at every row; rows left blank keep the unit's points. */
export function ReScoreDesk({ own }: { readonly own: SelfEvaluation }) {
  const say = useWords(WORDS)
  const [written, setWritten] = useState<ReadonlyMap<number, Written>>(new Map())
  const [kind, setKind] = useState<'re-score' | 'key'>('re-score')
  const [experts, setExperts] = useState<readonly ExpertScore[] | null>(null)
  const id = FormId.parse(own.id)
  const rules = useQuery(queries.reEvaluation.readKeyRules.queryOptions({ input: { id }, enabled: kind === 'key' }))
  const [opinion, setOpinion] = useState('')
  const field = useId()
  const message = useFeedback()
  const send = useMutation(
    queries.reEvaluation.reEvaluate.mutationOptions({
      onSuccess: async () => {
        message.success(say('sent'))
        setWritten(new Map())
        setOpinion('')
        setExperts(null)
        for (const key of [
          queries.evaluation.key(),
          queries.reEvaluation.key(),
          queries.expertSheets.key(),
          queries.results.key(),
          queries.declarationLife.key(),
        ])
          await queryClient.invalidateQueries({ queryKey: key })
      },
    }),
  )
  const rows = [...written].flatMap(([position, { again, reason }]) =>
    again.trim() === '' ? [] : [{ position, again: again.trim(), reason: reason.trim() }],
  )
  const given = kind === 'key' ? (experts ?? []).filter(({ expert }) => expert.trim() !== '').map(trimmed) : []
  const write = (position: number, change: Partial<Written>) =>
    setWritten((now) => new Map(now).set(position, { ...(now.get(position) ?? BLANK), ...change }))
  return (
    <section className="again-desk" aria-label={say('title')}>
      <h2>{say('title')}</h2>
      <Radio.Group
        aria-label={say('kind')}
        value={kind}
        options={(['re-score', 'key'] as const).map((value) => ({ value, label: say(value) }))}
        onChange={({ target }) => setKind(target.value)}
      />
      {kind === 'key' ? (
        <Loaded query={rules} rows={3}>
          {(asked) => (
            <>
              <AskedExperts id={id} />
              <ExpertScores id={id} rules={asked} scores={experts ?? blankExperts(asked)} onChange={setExperts} />
            </>
          )}
        </Loaded>
      ) : null}
      <DataTable
        caption={say('title')}
        columns={useColumns(own, { written, write })}
        rows={own.rows}
        keyOf={({ position }) => String(position)}
      />
      <ProblemAlert problem={send.error} />
      <label htmlFor={field}>{say('opinion')}</label>
      <Input.TextArea
        id={field}
        rows={3}
        maxLength={2000}
        value={opinion}
        onChange={({ target }) => setOpinion(target.value)}
      />
      <Button
        type="primary"
        loading={send.isPending}
        disabled={opinion.trim() === ''}
        onClick={() => send.mutate({ id, kind, rows, experts: given, opinion })}
      >
        {say('send')}
      </Button>
    </section>
  )
}

function trimmed({ expert, points, remark }: ExpertScore) {
  return { expert: expert.trim(), points: points.map((point) => point.trim()), remark: remark.trim() }
}

type Writing = {
  readonly written: ReadonlyMap<number, Written>
  readonly write: (position: number, change: Partial<Written>) => void
}

function useColumns(own: SelfEvaluation, { written, write }: Writing): readonly Column<EvaluatedRow>[] {
  const say = useWords(WORDS)
  const of = ({ position }: EvaluatedRow) => written.get(position) ?? BLANK
  return [
    {
      key: 'indicator',
      title: say('indicator'),
      width: '22%',
      cell: ({ level1, level2, level3 }) => (
        <div>
          <p className="cell-name">{level3}</p>
          <p className="small">{[level1, level2].filter((level) => level !== '').join(' / ')}</p>
        </div>
      ),
    },
    {
      key: 'promise',
      title: say('promise'),
      width: '18%',
      cell: ({ target, actual }) => `${target} → ${actual === '' ? '—' : actual}`,
    },
    { key: 'proof', title: say('proof'), width: '12%', cell: (row) => <Proof own={own} row={row} /> },
    {
      key: 'self',
      title: say('self'),
      kind: 'number',
      cell: (row) => `${inPoints(points(row))} / ${row.weight ?? '—'}`,
    },
    {
      key: 'again',
      title: say('again'),
      width: '11%',
      cell: (row) => (
        <Input
          aria-label={say('againOf', { name: row.level3 })}
          inputMode="decimal"
          value={of(row).again}
          onChange={({ target }) => write(row.position, { again: target.value })}
        />
      ),
    },
    {
      key: 'reason',
      title: say('reason'),
      cell: (row) => (
        <Input
          aria-label={say('reasonOf', { name: row.level3 })}
          maxLength={2000}
          value={of(row).reason}
          onChange={({ target }) => write(row.position, { reason: target.value })}
        />
      ),
    },
  ]
}

function points({ score, ruleScore }: EvaluatedRow): string | null {
  return score ?? ruleScore
}

function Proof({ own, row }: { readonly own: SelfEvaluation; readonly row: EvaluatedRow }) {
  const say = useWords(WORDS)
  const sayProof = useWords(PROOF_WORDS)
  const { computed, evidence, proof, level3: name } = row
  return (
    <div>
      <p>{sayProof(proof)}</p>
      {computed === null || evidence === null ? null : (
        <Link
          to="/board/$formId/$position"
          params={{ formId: own.declarationId, position: String(evidence) }}
          aria-label={say('recordsOf', { name, count: computed.counted })}
        >
          {say('records', { count: computed.counted })}
        </Link>
      )}
    </div>
  )
}
