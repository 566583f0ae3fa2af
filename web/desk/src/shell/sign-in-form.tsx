import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  login: { zh: '登录名', en: 'Login' },
  loginMissing: { zh: '请填写登录名', en: 'Enter your login' },
  password: { zh: '密码', en: 'Password' },
  passwordMissing: { zh: '请填写密码', en: 'Enter your password' },
  signIn: { zh: '登录', en: 'Sign in' },
} as const

type Fields = { readonly login: string; readonly password: string }

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
  return (
    <Form<Fields> layout="vertical" requiredMark={false} onFinish={(fields) => signIn.mutate(fields)}>
      {signIn.error === null ? null : (
        <Form.Item>
          <Alert type="error" showIcon title={signIn.error.detail} />
        </Form.Item>
      )}
      <Form.Item name="login" label={say('login')} rules={[{ required: true, message: say('loginMissing') }]}>
        <Input autoFocus autoComplete="username" autoCapitalize="none" spellCheck={false} size="large" />
      </Form.Item>
      <Form.Item name="password" label={say('password')} rules={[{ required: true, message: say('passwordMissing') }]}>
        <Input.Password autoComplete="current-password" size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
        {say('signIn')}
      </Button>
    </Form>
  )
}
