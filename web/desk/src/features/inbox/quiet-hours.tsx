import { Preferences } from '@shiji/contract/inbox'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import type { z } from 'zod'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { bySchema } from '#desk/kit/by-schema.ts'
import { useFeedback } from '#desk/kit/feedback.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  title: { zh: '邮件与免打扰', en: 'Letters and quiet hours' },
  mail: { zh: '我的邮箱', en: 'My e-mail address' },
  mailHint: { zh: '不填就不发邮件，消息只在系统内。', en: 'Left empty, no letters are sent.' },
  mailRule: { zh: '请填写完整的邮箱，或留空', en: 'Enter a whole address, or none' },
  from: { zh: '免打扰从', en: 'Quiet from' },
  until: { zh: '到', en: 'until' },
  timeRule: { zh: '请填写时间，如 22:00', en: 'Enter a time such as 22:00' },
  quietHint: {
    zh: '这段时间的邮件攒到结束时合并成一封；两个时间相同表示不设免打扰。',
    en: 'Letters of that time come as one when it ends; the same time twice means never quiet.',
  },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存', en: 'Saved' },
} as const

type Kept = z.infer<typeof Preferences>

export function QuietHours() {
  const say = useWords(WORDS)
  const kept = useQuery(queries.inbox.readPreferences.queryOptions())
  return (
    <section className="card">
      <div className="card-body">
        <h2 className="inbox-heading">{say('title')}</h2>
        <Loaded query={kept} rows={3}>
          {(preferences) => <PreferencesForm preferences={preferences} />}
        </Loaded>
      </div>
    </section>
  )
}

function PreferencesForm({ preferences }: { readonly preferences: Kept }) {
  const say = useWords(WORDS)
  const message = useFeedback()
  const keep = useMutation(
    queries.inbox.keepPreferences.mutationOptions({
      onSuccess: (now) => {
        queryClient.setQueryData(queries.inbox.readPreferences.queryKey(), now)
        message.success(say('saved'))
      },
    }),
  )
  const { mail, quietFrom, quietUntil } = Preferences.shape
  return (
    <Form<Kept>
      layout="vertical"
      requiredMark={false}
      className="inbox-form"
      initialValues={preferences}
      onFinish={(chosen) => keep.mutate(chosen)}
    >
      <ProblemAlert problem={keep.error} />
      <Form.Item name="mail" label={say('mail')} extra={say('mailHint')} rules={[bySchema(mail, say('mailRule'))]}>
        <Input inputMode="email" autoComplete="email" />
      </Form.Item>
      <div className="inbox-pair">
        <Form.Item name="quietFrom" label={say('from')} rules={[bySchema(quietFrom, say('timeRule'))]}>
          <Input type="time" />
        </Form.Item>
        <Form.Item name="quietUntil" label={say('until')} rules={[bySchema(quietUntil, say('timeRule'))]}>
          <Input type="time" />
        </Form.Item>
      </div>
      <p className="small">{say('quietHint')}</p>
      <Button htmlType="submit" loading={keep.isPending}>
        {say('save')}
      </Button>
    </Form>
  )
}
