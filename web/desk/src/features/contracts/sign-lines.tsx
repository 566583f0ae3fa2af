import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { queries } from '#desk/api/client.ts'
import { useAside, useWords } from '#desk/words/use-words.ts'
import { NO_INSTALMENT } from './sign-draft.ts'

const WORDS = {
  milestones: { zh: '节点', en: 'Milestones' },
  milestone: { zh: '节点名称', en: 'Milestone' },
  due: { zh: '应完成日期', en: 'Due' },
  addMilestone: { zh: '加一个节点', en: 'Add a milestone' },
  instalments: { zh: '分期付款', en: 'Instalments' },
  instalment: { zh: '款项名称', en: 'Instalment' },
  amount: { zh: '金额（元）', en: 'Amount (yuan)' },
  payBy: { zh: '应付日期', en: 'Due' },
  after: { zh: '等节点', en: 'Waits for' },
  none: { zh: '不等节点', en: 'no milestone' },
  waits: { zh: '还要等', en: 'And for' },
  acceptance: { zh: '验收合格', en: 'acceptance' },
  appraisal: { zh: '当年考核合格', en: 'the year’s appraisal' },
  addInstalment: { zh: '加一期', en: 'Add an instalment' },
  terms: { zh: '服务条款', en: 'Service terms' },
  term: { zh: '条款', en: 'Term' },
  measure: { zh: '取数口径', en: 'Measure' },
  target: { zh: '要求（如 ≥95%）', en: 'Required (such as ≥95%)' },
  points: { zh: '每月未达扣分', en: 'Points a month' },
  addTerm: { zh: '加一条', en: 'Add a term' },
  remove: { zh: '删去第 {at} 行', en: 'Remove row {at}' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
} as const

type LinesProps = {
  readonly name: 'milestones' | 'instalments' | 'terms'
  readonly title: string
  readonly add: string
  readonly empty: object
  readonly className: string
  readonly children: (at: number) => ReactNode
}

function Lines({ name, title, add: addWord, empty, className, children }: LinesProps) {
  const say = useWords(WORDS)
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      <div className="card-body">
        <Form.List name={name}>
          {(fields, { add, remove }) => (
            <>
              {fields.map((field, at) => (
                <div key={field.key} className={className}>
                  {children(field.name)}
                  <Button aria-label={say('remove', { at: at + 1 })} onClick={() => remove(field.name)}>
                    ✕
                  </Button>
                </div>
              ))}
              <Button onClick={() => add(empty)}>{addWord}</Button>
            </>
          )}
        </Form.List>
      </div>
    </section>
  )
}

type CellProps = { readonly at: number; readonly name: string; readonly label: string; readonly type?: 'date' | 'text' }

function Cell({ at, name, label, type = 'text' }: CellProps) {
  const say = useWords(WORDS)
  return (
    <Form.Item name={[at, name]} label={label} rules={[{ required: true, message: say('needed') }]}>
      <Input type={type} maxLength={200} autoComplete="off" />
    </Form.Item>
  )
}

export function MilestoneLines() {
  const say = useWords(WORDS)
  return (
    <Lines
      name="milestones"
      title={say('milestones')}
      add={say('addMilestone')}
      empty={{}}
      className="contract-line contract-line-two"
    >
      {(at) => (
        <>
          <Cell at={at} name="name" label={say('milestone')} />
          <Cell at={at} name="dueOn" label={say('due')} type="date" />
        </>
      )}
    </Lines>
  )
}

export function InstalmentLines() {
  const say = useWords(WORDS)
  const milestones: readonly ({ name?: string } | undefined)[] = Form.useWatch('milestones') ?? []
  const choices = [
    { value: 0, label: say('none') },
    ...milestones.map((milestone, at) => ({ value: at + 1, label: milestone?.name ?? String(at + 1) })),
  ]
  const waits = (['acceptance', 'appraisal'] as const).map((value) => ({ value, label: say(value) }))
  return (
    <Lines
      name="instalments"
      title={say('instalments')}
      add={say('addInstalment')}
      empty={NO_INSTALMENT}
      className="contract-line contract-line-five"
    >
      {(at) => (
        <>
          <Cell at={at} name="name" label={say('instalment')} />
          <Cell at={at} name="amount" label={say('amount')} />
          <Cell at={at} name="dueOn" label={say('payBy')} type="date" />
          <Form.Item name={[at, 'milestone']} label={say('after')}>
            <Select options={choices} />
          </Form.Item>
          <Form.Item name={[at, 'waits']} label={say('waits')}>
            <Checkbox.Group options={waits} />
          </Form.Item>
        </>
      )}
    </Lines>
  )
}

export function TermLines() {
  const aside = useAside()
  const say = useWords(WORDS)
  const measures = useQuery(queries.evidence.listMeasures.queryOptions())
  const choices = (measures.data ?? []).map(({ key, name, unit }) => ({ value: key, label: aside(name, unit) }))
  return (
    <Lines
      name="terms"
      title={say('terms')}
      add={say('addTerm')}
      empty={{ points: '1' }}
      className="contract-line contract-line-four"
    >
      {(at) => (
        <>
          <Cell at={at} name="name" label={say('term')} />
          <Form.Item name={[at, 'measure']} label={say('measure')} rules={[{ required: true, message: say('needed') }]}>
            <Select options={choices} showSearch={{ optionFilterProp: 'label' }} />
          </Form.Item>
          <Cell at={at} name="target" label={say('target')} />
          <Cell at={at} name="points" label={say('points')} />
        </>
      )}
    </Lines>
  )
}
