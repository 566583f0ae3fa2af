import type { TicketId } from '@shiji/contract/desk'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Form, Input, Modal } from 'antd'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { MergeField } from '../merge-field.tsx'

const WORDS = {
  title: { zh: '立问题', en: 'Open a problem' },
  what: { zh: '什么问题', en: 'What is the problem' },
  ticket: { zh: '从哪起事件', en: 'Behind which incident' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
} as const

type Fields = { readonly title: string; readonly ticketId: TicketId }

export function OpenProblem({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const needed = [{ required: true, message: say('needed') }]
  const add = useMutation(
    queries.deskProblems.openProblem.mutationOptions({
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries({ queryKey: queries.deskProblems.key() })
        await navigate({ to: '/problems/$problemId', params: { problemId: id } })
      },
    }),
  )
  return (
    <Modal open={open} onCancel={onClose} title={say('title')} footer={null} width={480} destroyOnHidden>
      <Form<Fields> layout="vertical" requiredMark={false} onFinish={(fields) => add.mutate(fields)}>
        <ProblemAlert problem={add.error} />
        <Form.Item name="title" label={say('what')} rules={needed}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="ticketId" label={say('ticket')} rules={needed}>
          <MergeField without="" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={add.isPending}>
          {say('title')}
        </Button>
      </Form>
    </Modal>
  )
}
