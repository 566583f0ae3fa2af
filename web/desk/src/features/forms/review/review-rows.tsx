import { CommentId } from '@shiji/contract/review'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { useList, useWords } from '#desk/words/use-words.ts'
import { SEVERITY_SHAPES } from '../edit/severity-shapes.ts'
import { useCellName } from './cell-name.ts'
import type { Reviewed } from './review-summary.tsx'

const WORDS = {
  caption: { zh: '绩效指标与上年对照', en: 'Indicators beside last year' },
  name: { zh: '指标', en: 'Indicator' },
  target: { zh: '本年指标值', en: 'Target' },
  last: { zh: '上年指标值', en: 'Last year' },
  actual: { zh: '上年实际', en: 'Achieved' },
  weight: { zh: '权重', en: 'Weight' },
  library: { zh: '指标库常用：{targets}', en: 'Usual in the library: {targets}' },
  sister: { zh: '“{project}”：{target}', en: '"{project}": {target}' },
  new: { zh: '新增', en: 'new' },
  changed: { zh: '有改动', en: 'changed' },
  same: { zh: '未变', en: 'unchanged' },
  kept: { zh: '已完成', en: 'kept' },
  missed: { zh: '未完成', en: 'missed' },
  'far-over': { zh: '大幅超额', en: 'far over' },
  open: { zh: '待判断', en: 'to be judged' },
  'not-reported': { zh: '未填', en: 'not reported' },
  comment: { zh: '批注这一格：{place}', en: 'Comment on {place}' },
  commentShort: { zh: '批注', en: 'Comment' },
  pick: { zh: '选中：{place}', en: 'Pick {place}' },
  settle: { zh: '已处理', en: 'Dealt with' },
  settled: { zh: '{by}标为已处理', en: 'dealt with, says {by}' },
  gone: { zh: '上年有、今年没有：', en: 'Promised last year and not now: ' },
} as const

const VERDICT_LIGHTS = {
  kept: 'good',
  missed: 'bad',
  'far-over': 'watch',
  open: 'none',
  'not-reported': 'none',
} as const

type Row = Reviewed['rows'][number]
type ReviewRowsProps = {
  readonly form: Reviewed
  /** The cell that is picked. */
  readonly place: string
  readonly onPick: (place: string) => void
  readonly onComment: (place: string) => void
}

/** Every promise beside last year's, with what the check and the reviewers say at its cells. */
export function ReviewRows({ form, place, onPick, onComment }: ReviewRowsProps) {
  const say = useWords(WORDS)
  const nameOf = useCellName(form.rows)
  const cell = (row: Row, column: 'level3' | 'target', text: string) => {
    const at = `indicators[${row.position}].${column}`
    return (
      <Cell {...{ form, at, text, onComment }} isPicked={place === at} name={nameOf(at)} onPick={() => onPick(at)} />
    )
  }
  const columns: readonly Column<Row>[] = [
    { key: 'name', title: say('name'), width: '30%', cell: (row) => cell(row, 'level3', row.name) },
    {
      key: 'target',
      title: say('target'),
      width: '24%',
      cell: (row) => (
        <div>
          {cell(row, 'target', row.target)}
          <Elsewhere row={row} />
        </div>
      ),
    },
    {
      key: 'last',
      title: say('last'),
      width: '18%',
      cell: ({ last, change }) => (
        <span className="review-beside">
          {last?.target ?? ''} <span className={`review-change change-${change}`}>{say(change)}</span>
        </span>
      ),
    },
    {
      key: 'actual',
      title: say('actual'),
      width: '18%',
      cell: ({ last }) =>
        last === null ? (
          '—'
        ) : (
          <span className="review-beside">
            {last.actual ?? ''} <Light kind={VERDICT_LIGHTS[last.verdict]} word={say(last.verdict)} />
          </span>
        ),
    },
    { key: 'weight', title: say('weight'), kind: 'number', cell: ({ weight }) => weight ?? '—' },
  ]
  return (
    <>
      <Comments form={form} at="form" />
      <DataTable
        caption={say('caption')}
        columns={columns}
        rows={form.rows}
        keyOf={({ position }) => String(position)}
      />
      {form.gone.length === 0 ? null : (
        <p className="review-gone">
          <strong>{say('gone')}</strong>
          {form.gone.map(({ name, target }) => `${name} ${target}`).join(' · ')}
        </p>
      )}
    </>
  )
}

/** What the library and sister projects promise under this name. */
function Elsewhere({ row: { library, sisters } }: { readonly row: Row }) {
  const say = useWords(WORDS)
  const list = useList()
  return (
    <>
      {library === null ? null : (
        <p className="small">{say('library', { targets: list(library.targets.slice(0, MOST_TARGETS)) })}</p>
      )}
      {sisters.map(({ project, target }) => (
        <p key={`${project} ${target}`} className="small">
          {say('sister', { project, target })}
        </p>
      ))}
    </>
  )
}

const MOST_TARGETS = 3

type CellProps = {
  readonly form: Reviewed
  readonly at: string
  readonly text: string
  readonly name: string
  readonly isPicked: boolean
  readonly onPick: () => void
  readonly onComment: (place: string) => void
}

function Cell({ form, at, text, name, isPicked, onPick, onComment }: CellProps) {
  const say = useWords(WORDS)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isPicked) button.current?.scrollIntoView({ block: 'nearest' })
  }, [isPicked])
  const noticed = form.criteria.flatMap(({ findings }) => findings).filter(({ where }) => where === at)
  return (
    <span className="review-cell">
      <button
        ref={button}
        type="button"
        className="review-pick"
        aria-pressed={isPicked}
        aria-label={`${say('pick', { place: name })} ${text}`}
        onClick={onPick}
        onFocus={onPick}
      >
        {text === '' ? '—' : text}
      </button>
      {isPicked ? (
        <Button
          size="small"
          type="text"
          aria-keyshortcuts="C"
          aria-label={say('comment', { place: name })}
          onClick={() => onComment(at)}
        >
          {say('commentShort')}
        </Button>
      ) : null}
      {noticed.map(({ code, severity, message }) => (
        <span key={`${code} ${message}`} className={`small severity-${severity}`}>
          <span aria-hidden>{SEVERITY_SHAPES[severity]}</span> {message}
        </span>
      ))}
      <Comments form={form} at={at} />
    </span>
  )
}

/** What was said at a place, with a way to say that it is dealt with. */
export function Comments({ form, at }: { readonly form: Pick<Reviewed, 'comments'>; readonly at: string }) {
  const say = useWords(WORDS)
  const settle = useMutation(
    queries.review.settleComment.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.review.readReview.key() }),
    }),
  )
  return form.comments
    .filter(({ place }) => place === at)
    .map(({ id, remark, by, settledBy }) => (
      <span key={id} className="review-comment" data-settled={settledBy !== null}>
        <q>{remark}</q>{' '}
        <span className="small">{settledBy === null ? by : `${by} · ${say('settled', { by: settledBy })}`}</span>
        {settledBy === null ? (
          <Button
            size="small"
            type="text"
            loading={settle.isPending}
            onClick={() => settle.mutate({ id: CommentId.parse(id) })}
          >
            {say('settle')}
          </Button>
        ) : null}
      </span>
    ))
}
