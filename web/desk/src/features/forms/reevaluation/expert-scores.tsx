import type { FormId } from '@shiji/contract/performance'
import { decimal, isDecimal, sum } from '@shiji/kernel/decimal'
import { Button, Input } from 'antd'
import { useId } from 'react'
import { api } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { TakeWorkbook } from '../results/take-workbook.tsx'

const WORDS = {
  caption: { zh: '专家评分', en: 'Scores of the experts' },
  expert: { zh: '专家', en: 'Expert' },
  name: { zh: '第 {number} 位专家', en: 'Expert {number}' },
  part: { zh: '{part}（{weight}）', en: '{part} ({weight})' },
  score: { zh: '第 {number} 位专家评{part}', en: '{part} by expert {number}' },
  total: { zh: '合计', en: 'Sum' },
  remark: { zh: '评语', en: 'Remark' },
  remarkOf: { zh: '第 {number} 位专家的评语', en: 'Remark of expert {number}' },
  add: { zh: '加一位专家', en: 'Add an expert' },
  sheet: { zh: '空白评分表', en: 'Blank sheet to sign' },
  rule: {
    zh: '至少 {experts} 位专家，各部分按分值评，取平均。依据：{source}',
    en: 'At least {experts} experts; each part out of its weight, the mean counts. From: {source}',
  },
  drop: {
    zh: '满 {from} 位时去掉一个最高分和一个最低分。',
    en: 'From {from} on the highest and the lowest are left out.',
  },
} as const

export type KeyRules = Awaited<ReturnType<typeof api.reEvaluation.readKeyRules>>
export type ExpertScore = { readonly expert: string; readonly points: readonly string[]; readonly remark: string }
type Numbered = ExpertScore & { readonly at: number }

/** As many blank lines as the place wants experts. */
export function blankExperts({ experts, parts }: KeyRules): ExpertScore[] {
  return Array.from({ length: experts }, () => ({ expert: '', points: parts.map(() => ''), remark: '' }))
}

type ExpertScoresProps = {
  readonly id: FormId
  readonly rules: KeyRules
  readonly scores: readonly ExpertScore[]
  readonly onChange: (scores: readonly ExpertScore[]) => void
}

/** 重点评价: what each expert gives to each part. */
export function ExpertScores({ id, rules, scores, onChange }: ExpertScoresProps) {
  const say = useWords(WORDS)
  const about = useId()
  const { experts, dropExtremesFrom: from, source } = rules
  const put = (at: number, change: Partial<ExpertScore>) =>
    onChange(scores.map((one, index) => (index === at ? { ...one, ...change } : one)))
  return (
    <div className="again-experts">
      <p id={about} className="small">
        {say('rule', { experts, source })} {from === null ? null : say('drop', { from })}
      </p>
      <DataTable
        caption={say('caption')}
        columns={useColumns(rules, put)}
        rows={scores.map((one, at) => ({ ...one, at }))}
        keyOf={({ at }) => String(at)}
      />
      <p className="again-experts-tools">
        <Button onClick={() => onChange([...scores, ...blankExperts(rules).slice(0, 1)])}>{say('add')}</Button>
        <TakeWorkbook take={() => api.reEvaluation.takeExpertSheet({ id })} label={say('sheet')} />
      </p>
    </div>
  )
}

function useColumns(
  { parts }: KeyRules,
  put: (at: number, change: Partial<ExpertScore>) => void,
): readonly Column<Numbered>[] {
  const say = useWords(WORDS)
  const given = parts.map(
    ({ name: part, weight }, index): Column<Numbered> => ({
      key: part,
      title: say('part', { part, weight }),
      cell: ({ at, points }) => (
        <Input
          aria-label={say('score', { number: at + 1, part })}
          inputMode="decimal"
          value={points[index] ?? ''}
          onChange={({ target }) => put(at, { points: points.with(index, target.value) })}
        />
      ),
    }),
  )
  return [
    {
      key: 'expert',
      title: say('expert'),
      width: '18%',
      cell: ({ at, expert }) => (
        <Input
          aria-label={say('name', { number: at + 1 })}
          placeholder={say('name', { number: at + 1 })}
          value={expert}
          maxLength={100}
          onChange={({ target }) => put(at, { expert: target.value })}
        />
      ),
    },
    ...given,
    { key: 'total', title: say('total'), kind: 'number', cell: ({ points }) => totalOf(points) },
    {
      key: 'remark',
      title: say('remark'),
      width: '30%',
      cell: ({ at, remark }) => (
        <Input
          aria-label={say('remarkOf', { number: at + 1 })}
          value={remark}
          maxLength={2000}
          onChange={({ target }) => put(at, { remark: target.value })}
        />
      ),
    },
  ]
}

/** What is typed so far; a part not read as a number counts when it is. */
function totalOf(points: readonly string[]): string {
  const read = points.map((point) => point.trim()).filter(isDecimal)
  return read.length === 0 ? '—' : sum(read.map((point) => decimal(point)))
}
