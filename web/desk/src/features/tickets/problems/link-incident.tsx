import type { TicketId } from '@shiji/contract/desk'
import { useMutation } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { queries } from '#desk/api/client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { MergeField } from '../merge-field.tsx'
import { type ProblemActProps, renewed } from './study-problem.tsx'

const WORDS = {
  ticket: { zh: '哪起事件', en: 'Which incident' },
  needed: { zh: '请选一起事件', en: 'Choose an incident' },
  save: { zh: '归入', en: 'Add it' },
} as const

type Fields = { readonly ticketId: TicketId }

export function LinkIncident({ problem: { id }, onDone }: ProblemActProps) {
  const say = useWords(WORDS)
  const link = useMutation(queries.deskProblems.linkIncident.mutationOptions({ onSuccess: () => renewed(onDone) }))
  return (
    <Form<Fields> layout="vertical" requiredMark={false} onFinish={({ ticketId }) => link.mutate({ id, ticketId })}>
      <ProblemAlert problem={link.error} />
      <Form.Item name="ticketId" label={say('ticket')} rules={[{ required: true, message: say('needed') }]}>
        <MergeField without="" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={link.isPending}>
        {say('save')}
      </Button>
    </Form>
  )
}
