import type { TicketId } from '@shiji/contract/desk'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { queries } from '#desk/api/client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  title: { zh: '开工作单', en: 'Open a work order' },
  what: { zh: '做什么', en: 'What is to be done' },
  steps: { zh: '步骤（每行一步，可不填）', en: 'Steps (one a line, may be left empty)' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
} as const

type OpenWorkProps = {
  readonly ticketId: TicketId
  readonly open: boolean
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}

export function OpenWork({ ticketId, open, onClose, onDone }: OpenWorkProps) {
  const say = useWords(WORDS)
  const work = useMutation(queries.deskWork.openWork.mutationOptions({ onSuccess: onDone }))
  return (
    <Modal open={open} onCancel={onClose} title={say('title')} footer={null} width={480} destroyOnHidden>
      <Form<{ readonly what: string; readonly steps?: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={({ what, steps }) => work.mutate({ id: ticketId, what, steps: linesOf(steps ?? '') })}
      >
        <ProblemAlert problem={work.error} />
        <Form.Item name="what" label={say('what')} rules={[{ required: true, message: say('needed') }]}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="steps" label={say('steps')}>
          <Input.TextArea rows={5} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={work.isPending}>
          {say('title')}
        </Button>
      </Form>
    </Modal>
  )
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
