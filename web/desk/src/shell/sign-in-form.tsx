import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import type { ProblemError } from '#desk/api/problem-error.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  login: { zh: '登录名', en: 'Login' },
  loginMissing: { zh: '请填写登录名', en: 'Enter your login' },
  password: { zh: '密码', en: 'Password' },
  passwordMissing: { zh: '请填写密码', en: 'Enter your password' },
  signIn: { zh: '登录', en: 'Sign in' },
  code: { zh: '动态码', en: 'Code' },
  codeAbout: {
    zh: '验证器上的 6 位数字，或一个恢复码',
    en: 'The 6 digits of your authenticator app, or a recovery code',
  },
  codeMissing: { zh: '请填写动态码', en: 'Enter the code' },
} as const

type Fields = { readonly login: string; readonly password: string; readonly code?: string }

/** Login and password; the same on the sign-in page and on the layer over a page whose session ended. */
export function SignInForm({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const say = useWords(WORDS)
  const signIn = useMutation(
    queries.directory.signIn.mutationOptions({
      onSuccess: (me) => {
        queryClient.setQueryData(queries.directory.whoAmI.queryKey(), me)
        onSignedIn()
      },
    }),
  )
  const { error } = signIn
  const asksForCode = useAsksForCode(error)
  const isQuestion = error?.code === 'second-step-needed'
  return (
    <Form<Fields> layout="vertical" requiredMark={false} onFinish={(fields) => signIn.mutate(fields)}>
      {error === null ? null : (
        <Form.Item>
          <Alert type={isQuestion ? 'info' : 'error'} showIcon title={error.detail} />
        </Form.Item>
      )}
      <Form.Item name="login" label={say('login')} rules={[{ required: true, message: say('loginMissing') }]}>
        <Input autoFocus autoComplete="username" autoCapitalize="none" spellCheck={false} size="large" />
      </Form.Item>
      <Form.Item name="password" label={say('password')} rules={[{ required: true, message: say('passwordMissing') }]}>
        <Input.Password autoComplete="current-password" size="large" />
      </Form.Item>
      {asksForCode ? (
        <Form.Item
          name="code"
          label={say('code')}
          extra={say('codeAbout')}
          rules={[{ required: true, message: say('codeMissing') }]}
        >
          <Input autoFocus autoComplete="one-time-code" spellCheck={false} size="large" />
        </Form.Item>
      ) : null}
      <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
        {say('signIn')}
      </Button>
    </Form>
  )
}

/** Once asked for, the field stays through wrong codes and typing mistakes. */
function useAsksForCode(error: ProblemError | null): boolean {
  const [asked, setAsked] = useState(false)
  if (!asked && error?.code === 'second-step-needed') setAsked(true)
  return asked
}
