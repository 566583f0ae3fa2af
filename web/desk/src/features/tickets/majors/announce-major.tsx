import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Select } from 'antd'
import { queries } from '#desk/api/client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'
import type { MajorActProps } from './major-acts.tsx'

const WORDS = {
  words: {
    zh: '告诉大家什么（现在怎样、影响什么、先怎么办）',
    en: 'What people are told: how it stands, what is hit, what to do',
  },
  next: { zh: '多久以后再说', en: 'They hear again in' },
  minutes: { zh: '{minutes} 分钟', en: '{minutes} minutes' },
  never: { zh: '不约定', en: 'not promised' },
  isPublic: {
    zh: '同时公布在状态页，到结束为止（没有账号的人也看得到）',
    en: 'Show it on the status page too, until it is over (seen without an account)',
  },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
  send: { zh: '发给 {count} 人', en: 'Send to {count} people' },
} as const

const SOON = [15, 30, 60, 120, 0] as const
const USUAL = 30
const MINUTE_MS = 60_000

type Fields = { readonly words: string; readonly minutes: number; readonly isPublic: boolean }

export function AnnounceMajor({ major: { id, reaches }, onDone }: MajorActProps) {
  const say = useWords(WORDS)
  const announce = useMutation(queries.deskMajors.announceMajor.mutationOptions({ onSuccess: onDone }))
  const send = ({ words, minutes, isPublic }: Fields) => {
    const nextUpdateAt = minutes === 0 ? null : new Date(Date.now() + minutes * MINUTE_MS).toISOString()
    announce.mutate({ id, words, nextUpdateAt, isPublic })
  }
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      initialValues={{ minutes: USUAL, isPublic: false }}
      onFinish={send}
    >
      <ProblemAlert problem={announce.error} />
      <Form.Item
        name="words"
        label={say('words')}
        rules={[{ required: true, whitespace: true, message: say('needed') }]}
      >
        <Input.TextArea rows={4} maxLength={2_000} />
      </Form.Item>
      <Form.Item name="minutes" label={say('next')}>
        <Select
          options={SOON.map((minutes) => ({
            value: minutes,
            label: minutes === 0 ? say('never') : say('minutes', { minutes }),
          }))}
        />
      </Form.Item>
      <Form.Item name="isPublic" valuePropName="checked">
        <Checkbox>{say('isPublic')}</Checkbox>
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={announce.isPending}>
        {say('send', { count: reaches })}
      </Button>
    </Form>
  )
}
