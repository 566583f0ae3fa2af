import { FormId } from '@shiji/contract/performance'
import { useMutation } from '@tanstack/react-query'
import { Button, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { curveOf, type DrawnCurve, drawnOf, MONTHS } from './curve-draft.ts'
import { CURVE_MEANINGS, CURVE_WORDS } from './curve-words.ts'
import type { MonitoredRow, Month } from './month-draft.ts'
import { PlanLine } from './plan-line.tsx'

const WORDS = {
  title: { zh: '计划曲线：{name}', en: 'Plan over the year: {name}' },
  about: {
    zh: '目标 {target}。灯按这条曲线判断，不按每月十二分之一。',
    en: 'Target {target}. The light goes by this plan.',
  },
  open: { zh: '{kind}，改“{name}”的计划曲线', en: '{kind}, change the plan of "{name}"' },
  kind: { zh: '怎样算按计划', en: 'What is on plan' },
  month: { zh: '哪个月底以前完成', en: 'Done by the end of' },
  monthOf: { zh: '{month} 月底累计', en: 'By the end of month {month}' },
  oneMonth: { zh: '{month} 月', en: 'Month {month}' },
  unreadable: { zh: '每月累计要写成数字，后面的月不能比前面少。', en: 'Write numbers that do not go back.' },
  save: { zh: '保存', en: 'Save' },
  again: { zh: '恢复系统建议', en: 'Take the suggestion again' },
} as const

const KINDS = ['even', 'level', 'cap', 'once', 'monthly', 'words'] as const

type DrawCurveProps = {
  readonly month: Month
  readonly row: MonitoredRow
  readonly name: string
}

/** The plan of one row: its kind as a button that opens it to be drawn otherwise. */
export function DrawCurve({ month, row, name }: DrawCurveProps) {
  const say = useWords(WORDS)
  const sayKind = useWords(CURVE_WORDS)
  const [isOpen, setOpen] = useState(false)
  const kind = sayKind(row.curve.kind)
  return (
    <>
      <Button
        className="curve-open"
        size="small"
        type="text"
        aria-label={say('open', { kind, name })}
        onClick={() => setOpen(true)}
      >
        {kind}
      </Button>
      <Modal
        open={isOpen}
        onCancel={() => setOpen(false)}
        title={say('title', { name })}
        footer={null}
        width={560}
        destroyOnHidden
      >
        <Drawing {...{ month, row }} onDone={() => setOpen(false)} />
      </Modal>
    </>
  )
}

type DrawingProps = Pick<DrawCurveProps, 'month' | 'row'> & { readonly onDone: () => void }

function Drawing({ month, row, onDone }: DrawingProps) {
  const say = useWords(WORDS)
  const sayKind = useWords(CURVE_WORDS)
  const sayMeaning = useWords(CURVE_MEANINGS)
  const [drawn, setDrawn] = useState(drawnOf(row.curve))
  const curve = curveOf(drawn)
  const draw = useMutation(
    queries.monitoring.drawCurves.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: queries.monitoring.readMonth.key() })
        onDone()
      },
    }),
  )
  const send = (wanted: typeof curve) =>
    draw.mutate({ id: FormId.parse(month.id), curves: [{ indicator: row.indicator, curve: wanted }] })
  return (
    <div className="curve-form">
      <p className="small">{say('about', { target: row.target })}</p>
      <ProblemAlert problem={draw.error} />
      <Radio.Group
        aria-label={say('kind')}
        value={drawn.kind}
        options={KINDS.map((kind) => ({ value: kind, label: `${sayKind(kind)} — ${sayMeaning(kind)}` }))}
        onChange={({ target }) => setDrawn({ ...drawn, kind: target.value })}
      />
      <Months drawn={drawn} onDraw={setDrawn} />
      {curve === null ? (
        <p className="severity-error">{say('unreadable')}</p>
      ) : (
        <PlanLine curve={curve} promised={row.promised} year={month.year} today={month.today} />
      )}
      <p className="month-tools">
        <Button type="primary" disabled={curve === null} loading={draw.isPending} onClick={() => send(curve)}>
          {say('save')}
        </Button>
        {row.curveIsOwn ? (
          <Button disabled={draw.isPending} onClick={() => send(null)}>
            {say('again')}
          </Button>
        ) : null}
      </p>
    </div>
  )
}

type MonthsProps = { readonly drawn: DrawnCurve; readonly onDraw: (drawn: DrawnCurve) => void }

/** The month of what is done at once, or the twelve sums of a plan by month. */
function Months({ drawn, onDraw }: MonthsProps) {
  const say = useWords(WORDS)
  if (drawn.kind === 'once') {
    return (
      <Select
        aria-label={say('month')}
        value={drawn.month}
        options={MONTHS.map((month) => ({ value: month, label: say('oneMonth', { month }) }))}
        onChange={(month) => onDraw({ ...drawn, month })}
      />
    )
  }
  if (drawn.kind !== 'monthly') return null
  return (
    <div className="curve-months">
      {MONTHS.map((month) => (
        <span key={month}>
          <span className="small" aria-hidden>
            {say('oneMonth', { month })}
          </span>
          <Input
            aria-label={say('monthOf', { month })}
            inputMode="decimal"
            value={drawn.planned[month - 1] ?? ''}
            onChange={({ target }) => onDraw({ ...drawn, planned: drawn.planned.with(month - 1, target.value) })}
          />
        </span>
      ))}
    </div>
  )
}
