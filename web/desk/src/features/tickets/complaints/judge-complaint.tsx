import { type ComplaintId, Verdict } from '@shiji/contract/desk-complaints'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Radio } from 'antd'
import type { z } from 'zod'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { VERDICT_WORDS } from './verdict-words.ts'

const WORDS = {
  title: { zh: '复核投诉原因', en: 'Confirm the cause' },
  verdict: { zh: '结论', en: 'Verdict' },
  cause: { zh: '原因', en: 'Cause' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
  save: { zh: '确认结论', en: 'Confirm' },
} as const

type Fields = { readonly verdict: z.infer<typeof Verdict>; readonly cause: string }
type JudgeComplaintProps = { readonly id: ComplaintId | null; readonly onClose: () => void }

/** The second person says what caused it; no verdict is chosen beforehand. */
export function JudgeComplaint({ id, onClose }: JudgeComplaintProps) {
  const say = useWords(WORDS)
  const sayVerdict = useWords(VERDICT_WORDS)
  const needed = [{ required: true, message: say('needed') }]
  const judge = useMutation(
    queries.complaints.judgeComplaint.mutationOptions({
      onSuccess: async () => {
        onClose()
        await queryClient.invalidateQueries({ queryKey: queries.complaints.key() })
      },
    }),
  )
  return (
    <Modal open={id !== null} onCancel={onClose} title={say('title')} footer={null} width={480} destroyOnHidden>
      <Form<Fields>
        layout="vertical"
        requiredMark={false}
        onFinish={(fields) => (id === null ? undefined : judge.mutate({ id, ...fields }))}
      >
        <ProblemAlert problem={judge.error} />
        <Form.Item name="verdict" label={say('verdict')} rules={needed}>
          <Radio.Group
            className="ticket-choices"
            options={Verdict.options.map((value) => ({ value, label: sayVerdict(value) }))}
          />
        </Form.Item>
        <Form.Item name="cause" label={say('cause')} rules={needed}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={judge.isPending}>
          {say('save')}
        </Button>
      </Form>
    </Modal>
  )
}
