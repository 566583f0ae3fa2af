import type { ChangeId } from '@shiji/contract/desk-changes'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { queries } from '#desk/api/client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { type ProblemActProps, renewed } from './study-problem.tsx'

const WORDS = {
  month: { zh: '变更在哪个月', en: 'Month of the change' },
  change: { zh: '据以关闭的变更（没有就留空）', en: 'By which change (left empty if by none)' },
  closing: { zh: '怎么解决的，或为什么不再处理', en: 'How it was solved, or why it is left' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
  save: { zh: '关闭问题', en: 'Close the problem' },
} as const

type Fields = { readonly month: string; readonly changeId?: ChangeId; readonly closing: string }

export function CloseProblem({ problem: { id }, onDone }: ProblemActProps) {
  const say = useWords(WORDS)
  const [form] = Form.useForm<Fields>()
  const month = Form.useWatch('month', form) ?? new Date().toISOString().slice(0, 7)
  const changes = useQuery(queries.deskChanges.listChanges.queryOptions({ input: { month } }))
  const done = (changes.data ?? []).filter(({ result }) => result === 'succeeded' || result === 'partly')
  const close = useMutation(queries.deskProblems.closeProblem.mutationOptions({ onSuccess: () => renewed(onDone) }))
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ month }}
      onFinish={({ changeId, closing }) => close.mutate({ id, changeId: changeId ?? null, closing })}
    >
      <ProblemAlert problem={close.error} />
      <Form.Item name="month" label={say('month')}>
        <Input type="month" />
      </Form.Item>
      <Form.Item name="changeId" label={say('change')}>
        <Select
          allowClear
          options={done.map(({ id: value, number, what }) => ({ value, label: `${number} ${what}` }))}
        />
      </Form.Item>
      <Form.Item name="closing" label={say('closing')} rules={[{ required: true, message: say('needed') }]}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={close.isPending}>
        {say('save')}
      </Button>
    </Form>
  )
}
