import type { OccurrenceId } from '@shiji/contract/upkeep'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { api, queries } from '#desk/api/client.ts'
import type { ProblemError } from '#desk/api/problem-error.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  reason: { zh: '原因', en: 'Reason' },
  needed: { zh: '请写明原因', en: 'State the reason' },
  save: { zh: '保存', en: 'Save' },
} as const

type ReasonProps = {
  readonly id: OccurrenceId
  readonly what: 'explainMiss' | 'waiveOccurrence'
  readonly title: string
}

/** What takes nothing but a reason: the cause of a miss, or a waiver. */
export function ReasonButton({ id, what, title }: ReasonProps) {
  const say = useWords(WORDS)
  const [open, setOpen] = useState(false)
  const keep = useMutation<unknown, ProblemError, string>({
    mutationFn: (reason) =>
      what === 'explainMiss'
        ? api.upkeep.explainMiss({ id, cause: reason })
        : api.upkeep.waiveOccurrence({ id, why: reason }),
    onSuccess: async () => {
      setOpen(false)
      await queryClient.invalidateQueries({ queryKey: queries.upkeep.key() })
      await queryClient.invalidateQueries({ queryKey: queries.upkeepDuty.key() })
    },
  })
  return (
    <>
      <Button onClick={() => setOpen(true)}>{title}</Button>
      <Modal open={open} onCancel={() => setOpen(false)} title={title} footer={null} width={440} destroyOnHidden>
        <Form<{ reason: string }> layout="vertical" requiredMark={false} onFinish={({ reason }) => keep.mutate(reason)}>
          <ProblemAlert problem={keep.error} />
          <Form.Item name="reason" label={say('reason')} rules={[{ required: true, min: 2, message: say('needed') }]}>
            <Input maxLength={500} autoComplete="off" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={keep.isPending}>
            {say('save')}
          </Button>
        </Form>
      </Modal>
    </>
  )
}
