import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { queries } from '#desk/api/client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'
import type { MajorActProps } from './major-acts.tsx'

const WORDS = {
  course: { zh: '发生了什么', en: 'What happened' },
  cause: { zh: '根本原因', en: 'Cause' },
  measures: { zh: '怎样不再发生', en: 'So that it does not happen again' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
  final: { zh: '保存后不能再改。', en: 'Once saved it stays as it is.' },
  save: { zh: '保存复盘', en: 'Save the review' },
} as const

const FIELDS = ['course', 'cause', 'measures'] as const
type Fields = Readonly<Record<(typeof FIELDS)[number], string>>

export function ReviewMajor({ major: { id }, onDone }: MajorActProps) {
  const say = useWords(WORDS)
  const review = useMutation(queries.deskMajors.reviewMajor.mutationOptions({ onSuccess: onDone }))
  return (
    <Form<Fields> layout="vertical" requiredMark={false} onFinish={(fields) => review.mutate({ id, ...fields })}>
      <ProblemAlert problem={review.error} />
      {FIELDS.map((field) => (
        <Form.Item
          key={field}
          name={field}
          label={say(field)}
          rules={[{ required: true, whitespace: true, message: say('needed') }]}
        >
          <Input.TextArea rows={3} maxLength={2_000} />
        </Form.Item>
      ))}
      <p className="small">{say('final')}</p>
      <Button type="primary" htmlType="submit" block loading={review.isPending}>
        {say('save')}
      </Button>
    </Form>
  )
}
