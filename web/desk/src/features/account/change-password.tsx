import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { useFeedback } from '#desk/kit/feedback.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import { passwordFault, usePasswordRule } from './password-words.ts'

const WORDS = {
  title: { zh: '修改密码', en: 'Change password' },
  current: { zh: '现在的密码', en: 'Present password' },
  currentMissing: { zh: '请填写现在的密码', en: 'Enter the present password' },
  wrong: { zh: '现在的密码不对。密码没有改动。', en: 'The present password is wrong. Nothing was changed.' },
  next: { zh: '新密码', en: 'New password' },
  nextMissing: { zh: '请填写新密码', en: 'Enter the new password' },
  save: { zh: '修改密码', en: 'Change password' },
  saved: { zh: '密码已修改，其他设备上的登录已退出', en: 'Password changed; your other sessions were ended' },
} as const

type Fields = { readonly current: string; readonly next: string }

export function ChangePassword() {
  const say = useWords(WORDS)
  const language = useLanguage()
  const rule = usePasswordRule()
  const message = useFeedback()
  const [form] = Form.useForm<Fields>()
  const change = useMutation(
    queries.directory.changePassword.mutationOptions({
      onSuccess: async () => {
        form.resetFields()
        message.success(say('saved'))
        await queryClient.invalidateQueries({ queryKey: queries.directory.listSessions.key() })
        await queryClient.invalidateQueries({ queryKey: queries.directory.whoAmI.key() })
      },
    }),
  )
  const wrong = change.error?.code === 'sign-in-failed' ? say('wrong') : null
  const fault = passwordFault(change.error, language)
  return (
    <section className="card">
      <h2>{say('title')}</h2>
      <div className="card-body">
        <ProblemAlert problem={wrong === null && fault === null ? change.error : null} />
        <Form<Fields>
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={(fields) => change.mutate(fields)}
          onValuesChange={change.reset}
        >
          <Form.Item
            name="current"
            label={say('current')}
            rules={[{ required: true, message: say('currentMissing') }]}
            {...(wrong === null ? {} : { validateStatus: 'error' as const, help: wrong })}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Form.Item
            name="next"
            label={say('next')}
            extra={rule}
            rules={[{ required: true, message: say('nextMissing') }]}
            {...(fault === null ? {} : { validateStatus: 'error' as const, help: fault })}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Button htmlType="submit" loading={change.isPending}>
            {say('save')}
          </Button>
        </Form>
      </div>
    </section>
  )
}
