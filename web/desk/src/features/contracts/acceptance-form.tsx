import type { MilestoneId } from '@shiji/contract/contracts'
import { Button, Form, Input, Select } from 'antd'
import type { z } from 'zod'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { today } from '#desk/words/today.ts'
import { useWords } from '#desk/words/use-words.ts'
import { type OpenedContract, useAccept } from './contract-view.ts'

const WORDS = {
  name: { zh: '验收名称', en: 'Name of the sheet' },
  milestone: { zh: '对应节点', en: 'Of the milestone' },
  whole: { zh: '整个合同', en: 'The whole contract' },
  on: { zh: '验收日期', en: 'Accepted on' },
  signedBy: { zh: '签字人', en: 'Signed by' },
  items: { zh: '验收项', en: 'Items' },
  item: { zh: '验收项', en: 'Item' },
  required: { zh: '要求（如 ≥95%）', en: 'Required (such as ≥95%)' },
  measured: { zh: '实测', en: 'Measured' },
  kind: { zh: '种类', en: 'Kind' },
  quality: { zh: '质量', en: 'Quality' },
  requirement: { zh: '需求', en: 'Requirement' },
  verdict: { zh: '结论', en: 'Verdict' },
  auto: { zh: '按数值判定', en: 'By the figures' },
  passed: { zh: '合格', en: 'Passed' },
  failed: { zh: '不合格', en: 'Failed' },
  add: { zh: '加一项', en: 'Add an item' },
  remove: { zh: '删去第 {at} 项', en: 'Remove item {at}' },
  save: { zh: '保存验收单', en: 'Save the sheet' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
} as const

type Line = {
  readonly kind: 'quality' | 'requirement'
  readonly item: string
  readonly required: string
  readonly measured: string
  readonly verdict: 'auto' | 'passed' | 'failed'
}
type Fields = {
  readonly name: string
  readonly milestoneId: z.infer<typeof MilestoneId> | ''
  readonly acceptedOn: string
  readonly signedBy: string
  readonly items: readonly Line[]
}

const VERDICTS = { auto: null, passed: true, failed: false } as const
const EMPTY = { kind: 'quality', verdict: 'auto' } as const

type AcceptanceFormProps = { readonly contract: OpenedContract; readonly onDone: () => void }

/** Measured against required, item by item; figures decide where there are figures. */
export function AcceptanceForm({ contract: { id, milestones }, onDone }: AcceptanceFormProps) {
  const say = useWords(WORDS)
  const accept = useAccept()
  const needed = [{ required: true, message: say('needed') }]
  const send = ({ milestoneId, items, ...sheet }: Fields) => {
    const lines = items.map(({ verdict, ...line }) => ({ ...line, verdict: VERDICTS[verdict] }))
    const of = milestoneId === '' ? null : milestoneId
    accept.mutate({ id, ...sheet, milestoneId: of, documentId: null, items: lines }, { onSuccess: onDone })
  }
  const choices = [
    { value: '', label: say('whole') },
    ...milestones.map(({ id: value, name }) => ({ value, label: name })),
  ]
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      initialValues={{ acceptedOn: today(), milestoneId: '', items: [EMPTY] }}
      onFinish={send}
    >
      <ProblemAlert problem={accept.error} />
      <div className="contract-fields">
        <Form.Item name="name" label={say('name')} rules={needed}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="milestoneId" label={say('milestone')}>
          <Select options={choices} />
        </Form.Item>
        <Form.Item name="acceptedOn" label={say('on')} rules={needed}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="signedBy" label={say('signedBy')} rules={needed}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.List name="items">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ name }, at) => (
              <ItemLine key={name} at={at} name={name} onRemove={fields.length > 1 ? () => remove(name) : null} />
            ))}
            <p>
              <Button onClick={() => add(EMPTY)}>{say('add')}</Button>
            </p>
          </>
        )}
      </Form.List>
      <Button type="primary" htmlType="submit" block loading={accept.isPending}>
        {say('save')}
      </Button>
    </Form>
  )
}

type ItemLineProps = { readonly at: number; readonly name: number; readonly onRemove: (() => void) | null }

function ItemLine({ at, name, onRemove }: ItemLineProps) {
  const say = useWords(WORDS)
  const needed = [{ required: true, message: say('needed') }]
  const words = <Key extends 'quality' | 'requirement' | 'auto' | 'passed' | 'failed'>(keys: readonly Key[]) =>
    keys.map((value) => ({ value, label: say(value) }))
  return (
    <div className="contract-line-items">
      {(['item', 'required', 'measured'] as const).map((key) => (
        <Form.Item key={key} name={[name, key]} label={say(key)} rules={needed}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      ))}
      <Form.Item name={[name, 'kind']} label={say('kind')}>
        <Select options={words(['quality', 'requirement'])} />
      </Form.Item>
      <Form.Item name={[name, 'verdict']} label={say('verdict')}>
        <Select options={words(['auto', 'passed', 'failed'])} />
      </Form.Item>
      {onRemove === null ? null : (
        <Button aria-label={say('remove', { at: at + 1 })} onClick={onRemove}>
          ✕
        </Button>
      )}
    </div>
  )
}
