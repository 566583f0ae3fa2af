import type { RegulationId } from '@shiji/contract/regulations'
import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { api, queries } from '#desk/api/client.ts'
import type { ProblemError } from '#desk/api/problem-error.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { today } from '#desk/words/today.ts'
import { useWords } from '#desk/words/use-words.ts'
import { bringText } from './bring-text.ts'
import { ReviewField, TextFields } from './text-fields.tsx'

const WORDS = {
  title: { zh: '复核', en: 'Review' },
  on: { zh: '复核日期', en: 'Reviewed on' },
  note: { zh: '复核结论', en: 'What was found' },
  replace: { zh: '有新的文本，从它的生效日起替代', en: 'A new text takes its place from its own day on' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
  save: { zh: '保存', en: 'Save' },
} as const

type Fields = {
  readonly on: string
  readonly note: string
  readonly nextReviewOn?: string
  readonly validFrom?: string
  readonly validUntil?: string
}

/** It was looked at: it stands, or a new text takes its place. */
export function ReviewRegulation({ id }: { readonly id: RegulationId }) {
  const say = useWords(WORDS)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {say('title')}
      </Button>
      <Modal open={open} onCancel={() => setOpen(false)} title={say('title')} footer={null} width={480} destroyOnHidden>
        <Review id={id} onDone={() => setOpen(false)} />
      </Modal>
    </>
  )
}

function Review({ id, onDone }: { readonly id: RegulationId; readonly onDone: () => void }) {
  const say = useWords(WORDS)
  const [isReplaced, setReplaced] = useState(false)
  const [file, setFile] = useState<File | null>(null)
  const review = useMutation<unknown, ProblemError, Fields>({
    mutationFn: async ({ on, note, nextReviewOn = '', validFrom = '', validUntil = '' }) => {
      const text = async () => ({ documentId: await bringText(file), validFrom, validUntil: validUntil || null })
      const replacement = isReplaced ? await text() : null
      return api.regulations.reviewRegulation({ id, on, note, nextReviewOn: nextReviewOn || null, replacement })
    },
    onSuccess: async () => {
      onDone()
      await queryClient.invalidateQueries({ queryKey: queries.regulations.key() })
    },
  })
  const needed = [{ required: true, message: say('needed') }]
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      onFinish={(fields) => review.mutate(fields)}
      initialValues={{ on: today() }}
    >
      <ProblemAlert problem={review.error} />
      <Form.Item name="on" label={say('on')} rules={needed}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="note" label={say('note')} rules={needed}>
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
      <ReviewField />
      <Form.Item>
        <Checkbox checked={isReplaced} onChange={({ target }) => setReplaced(target.checked)}>
          {say('replace')}
        </Checkbox>
      </Form.Item>
      {isReplaced ? <TextFields file={file} onChoose={setFile} /> : null}
      <Button type="primary" htmlType="submit" block loading={review.isPending}>
        {say('save')}
      </Button>
    </Form>
  )
}
