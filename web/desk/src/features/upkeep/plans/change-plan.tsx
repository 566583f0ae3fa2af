import type { PlanId } from '@shiji/contract/upkeep'
import type { Frequency } from '@shiji/kernel/upkeep/frequency'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import { CHOICE_WORDS, CHOICES, type Choice } from './frequency-choices.ts'

const WORDS = {
  change: { zh: '变更频次', en: 'Change how often' },
  about: {
    zh: '这一天以前排好的照旧，一次也不删。',
    en: 'What was laid out before that day stands; nothing is deleted.',
  },
  from: { zh: '从哪天起', en: 'From' },
  often: { zh: '改为', en: 'To' },
  reason: { zh: '理由', en: 'Reason' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
  save: { zh: '变更', en: 'Change' },
} as const

type Fields = { readonly from: string; readonly often: Choice; readonly reason: string }

export function ChangePlan({ id }: { readonly id: PlanId }) {
  const say = useWords(WORDS)
  const mayPlan = useMay('upkeep.plan')
  const [open, setOpen] = useState(false)
  if (!mayPlan) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('change')}</Button>
      <Modal
        open={open}
        onCancel={() => setOpen(false)}
        title={say('change')}
        footer={null}
        width={480}
        destroyOnHidden
      >
        <NewTerm id={id} onDone={() => setOpen(false)} />
      </Modal>
    </>
  )
}

function NewTerm({ id, onDone }: { readonly id: PlanId; readonly onDone: () => void }) {
  const say = useWords(WORDS)
  const sayChoice = useWords(CHOICE_WORDS)
  const needed = [{ required: true, message: say('needed') }]
  const change = useMutation(
    queries.upkeep.changePlan.mutationOptions({
      onSuccess: async () => {
        onDone()
        await queryClient.invalidateQueries({ queryKey: queries.upkeep.key() })
      },
    }),
  )
  const send = ({ from, often, reason }: Fields) => {
    const frequency: Frequency = CHOICES[often]
    change.mutate({ id, from, frequency, reason })
  }
  const often = (Object.keys(CHOICES) as Choice[]).map((value) => ({ value, label: sayChoice(value) }))
  return (
    <Form<Fields> layout="vertical" requiredMark={false} onFinish={send}>
      <ProblemAlert problem={change.error} />
      <p className="small">{say('about')}</p>
      <Form.Item name="from" label={say('from')} rules={needed}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="often" label={say('often')} rules={needed}>
        <Select options={often} />
      </Form.Item>
      <Form.Item name="reason" label={say('reason')} rules={needed}>
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={change.isPending}>
        {say('save')}
      </Button>
    </Form>
  )
}
