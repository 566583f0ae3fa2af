import type { SurveyId } from '@shiji/contract/desk-surveys'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  withdraw: { zh: '撤回调查', en: 'Withdraw the survey' },
  reason: { zh: '撤回原因', en: 'Why' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
} as const

type Fields = { readonly reason: string }

export function WithdrawSurvey({ id }: { readonly id: SurveyId }) {
  const say = useWords(WORDS)
  const [asking, setAsking] = useState(false)
  const withdraw = useMutation(
    queries.deskSurveys.withdrawSurvey.mutationOptions({
      onSuccess: async () => {
        setAsking(false)
        await queryClient.invalidateQueries({ queryKey: queries.deskSurveys.key() })
      },
    }),
  )
  return (
    <>
      <Button onClick={() => setAsking(true)}>{say('withdraw')}</Button>
      <Modal open={asking} onCancel={() => setAsking(false)} title={say('withdraw')} footer={null} destroyOnHidden>
        <Form<Fields> layout="vertical" requiredMark={false} onFinish={({ reason }) => withdraw.mutate({ id, reason })}>
          <ProblemAlert problem={withdraw.error} />
          <Form.Item name="reason" label={say('reason')} rules={[{ required: true, message: say('needed') }]}>
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
          <Button danger type="primary" htmlType="submit" block loading={withdraw.isPending}>
            {say('withdraw')}
          </Button>
        </Form>
      </Modal>
    </>
  )
}
