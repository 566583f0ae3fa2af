import { decimal, isDecimal, sum } from '@shiji/kernel/decimal'
import { useMutation } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { type api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { inPoints } from '../in-points.ts'

const WORDS = {
  about: { zh: '{unit} · {year} 年', en: '{unit} · {year}' },
  parts: { zh: '评分', en: 'Scores' },
  part: { zh: '部分', en: 'Part' },
  weight: { zh: '分值', en: 'Weight' },
  given: { zh: '评分', en: 'Score' },
  scoreOf: { zh: '{part}评分', en: 'Score for {part}' },
  total: { zh: '合计 {total} 分', en: '{total} in all' },
  remark: { zh: '评语', en: 'Remark' },
  sign: { zh: '签名提交', en: 'Sign and hand in' },
  sure: { zh: '以 {total} 分签名提交？', en: 'Sign with {total} in all?' },
  once: { zh: '以您的账号签名，签名后不能再改。', en: 'Signed with your account; it stands from then on.' },
  signed: { zh: '{at} 已签名。{remark}', en: 'Signed {at}. {remark}' },
  rows: { zh: '单位自评的指标', en: 'Indicators as the unit evaluated them' },
  indicator: { zh: '指标', en: 'Indicator' },
  target: { zh: '目标值', en: 'Target' },
  actual: { zh: '实际值', en: 'Actual' },
  self: { zh: '自评', en: 'Self' },
  reason: { zh: '偏差原因', en: 'Reason' },
} as const

type OpenSheet = Awaited<ReturnType<typeof api.expertSheets.readMySheet>>
type Part = OpenSheet['parts'][number] & { readonly at: number }
type Row = OpenSheet['indicators'][number]

/** One expert's sheet: the parts to score, the remark, and what the unit said of itself. */
export function SheetDesk({ sheet }: { readonly sheet: OpenSheet }) {
  const say = useWords(WORDS)
  const { id, project, unit, year, parts, signedAt } = sheet
  const [points, setPoints] = useState<readonly string[]>(signedAt === null ? parts.map(() => '') : sheet.points)
  const [remark, setRemark] = useState('')
  const field = useId()
  const sign = useMutation(
    queries.expertSheets.signSheet.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.expertSheets.key() }),
    }),
  )
  const [modal, question] = Modal.useModal()
  const read = points.map((point) => point.trim()).filter(isDecimal)
  const total = read.length === 0 ? '—' : sum(read.map((point) => decimal(point)))
  const send = () =>
    sign.mutateAsync({ id, points: points.map((point) => point.trim()), remark: remark.trim() }).catch(() => undefined)
  const ask = () =>
    void modal.confirm({ title: say('sure', { total }), content: say('once'), okText: say('sign'), onOk: send })
  return (
    <section className="again-desk" aria-label={project}>
      <h2>{project}</h2>
      <p className="small">{say('about', { unit, year })}</p>
      <DataTable
        caption={say('parts')}
        columns={usePartColumns({ points, setPoints, isSigned: signedAt !== null })}
        rows={parts.map((part, at) => ({ ...part, at }))}
        keyOf={({ name }) => name}
      />
      <p>{say('total', { total })}</p>
      {question}
      {signedAt === null ? (
        <>
          <label htmlFor={field}>{say('remark')}</label>
          <Input.TextArea
            id={field}
            rows={3}
            maxLength={2000}
            value={remark}
            onChange={({ target }) => setRemark(target.value)}
          />
          <ProblemAlert problem={sign.error} />
          <p className="again-tools">
            <Button type="primary" disabled={read.length < parts.length} loading={sign.isPending} onClick={ask}>
              {say('sign')}
            </Button>
            <span className="small">{say('once')}</span>
          </p>
        </>
      ) : (
        <p>{say('signed', { at: formatMoment(signedAt), remark: sheet.remark })}</p>
      )}
      <h2>{say('rows')}</h2>
      <DataTable
        caption={say('rows')}
        columns={useRowColumns()}
        rows={sheet.indicators}
        keyOf={({ level1, level3, target }) => [level1, level3, target].join('/')}
      />
    </section>
  )
}

type Scoring = {
  readonly points: readonly string[]
  readonly setPoints: (points: readonly string[]) => void
  readonly isSigned: boolean
}

function usePartColumns({ points, setPoints, isSigned }: Scoring): readonly Column<Part>[] {
  const say = useWords(WORDS)
  return [
    { key: 'part', title: say('part'), cell: ({ name }) => <span className="cell-name">{name}</span> },
    { key: 'weight', title: say('weight'), kind: 'number', width: '20%', cell: ({ weight }) => weight },
    {
      key: 'given',
      title: say('given'),
      width: '30%',
      cell: ({ at, name: part }) =>
        isSigned ? (
          (points[at] ?? '—')
        ) : (
          <Input
            aria-label={say('scoreOf', { part })}
            inputMode="decimal"
            value={points[at] ?? ''}
            onChange={({ target }) => setPoints(points.with(at, target.value))}
          />
        ),
    },
  ]
}

function useRowColumns(): readonly Column<Row>[] {
  const say = useWords(WORDS)
  return [
    {
      key: 'indicator',
      title: say('indicator'),
      width: '28%',
      cell: ({ level1, level3 }) => (
        <div>
          <p className="cell-name">{level3}</p>
          <p className="small">{level1}</p>
        </div>
      ),
    },
    { key: 'target', title: say('target'), cell: ({ target }) => target },
    { key: 'actual', title: say('actual'), cell: ({ actual }) => (actual === '' ? '—' : actual) },
    {
      key: 'self',
      title: say('self'),
      kind: 'number',
      cell: ({ self, weight }) => `${inPoints(self === '' ? null : self)} / ${weight === '' ? '—' : weight}`,
    },
    { key: 'reason', title: say('reason'), width: '28%', cell: ({ reason }) => (reason === '' ? '—' : reason) },
  ]
}
