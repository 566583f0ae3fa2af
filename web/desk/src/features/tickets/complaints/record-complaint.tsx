import type { UnitId } from '@shiji/contract/directory'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { UnitPicker } from '../unit-picker.tsx'

const WORDS = {
  title: { zh: '登记投诉', en: 'Record a complaint' },
  unit: { zh: '单位', en: 'Unit' },
  who: { zh: '谁投诉', en: 'Who complains' },
  what: { zh: '投诉什么', en: 'What about' },
  at: { zh: '收到时间', en: 'When it was received' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
  save: { zh: '登记', en: 'Record' },
} as const

type Fields = { readonly unitId: UnitId; readonly who: string; readonly what: string; readonly at: string }
type RecordComplaintProps = { readonly open: boolean; readonly onClose: () => void }

export function RecordComplaint({ open, onClose }: RecordComplaintProps) {
  const say = useWords(WORDS)
  return (
    <Modal open={open} onCancel={onClose} title={say('title')} footer={null} width={480} destroyOnHidden>
      <NewComplaint onDone={onClose} />
    </Modal>
  )
}

function NewComplaint({ onDone }: { readonly onDone: () => void }) {
  const say = useWords(WORDS)
  const needed = [{ required: true, message: say('needed') }]
  const record = useMutation(
    queries.complaints.recordComplaint.mutationOptions({
      onSuccess: async () => {
        onDone()
        await queryClient.invalidateQueries({ queryKey: queries.complaints.key() })
      },
    }),
  )
  const send = ({ unitId, who, what, at }: Fields) =>
    record.mutate({ unitId, who, what, ticketId: null, receivedAt: new Date(`${at}:00+08:00`).toISOString() })
  return (
    <Form<Fields> layout="vertical" requiredMark={false} onFinish={send}>
      <ProblemAlert problem={record.error} />
      <Form.Item name="unitId" label={say('unit')} rules={needed} valuePropName="chosen" trigger="onChoose">
        <UnitPicker chosen={null} onChoose={() => undefined} />
      </Form.Item>
      <Form.Item name="who" label={say('who')} rules={needed}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="what" label={say('what')} rules={needed}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      <Form.Item name="at" label={say('at')} rules={needed}>
        <Input type="datetime-local" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={record.isPending}>
        {say('save')}
      </Button>
    </Form>
  )
}
