import { Login, Name } from '@shiji/contract/directory'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { queries } from '#desk/api/client.ts'
import type { ProblemError } from '#desk/api/problem-error.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { bySchema } from '#desk/kit/by-schema.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { EntrancePage } from '#desk/shell/entrance-page.tsx'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import { passwordFault, usePasswordRule } from './password-words.ts'

const WORDS = {
  title: { zh: '接受邀请', en: 'Accept the invitation' },
  about: {
    zh: '设好姓名、登录名和密码，就可以开始使用。这个链接只能用一次。',
    en: 'Choose name, login and password to begin. This link works once.',
  },
  name: { zh: '姓名', en: 'Name' },
  nameRule: { zh: '请填写姓名，最多 100 字', en: 'Enter your name, at most 100 characters' },
  login: { zh: '登录名', en: 'Login' },
  loginRule: {
    zh: '2–40 个小写字母、数字或 . _ -',
    en: '2–40 small letters, digits or . _ -',
  },
  loginSet: { zh: '由您的单位设定', en: 'Set by your unit' },
  loginWrong: { zh: '请按下面的写法填写', en: 'Write it as described below' },
  password: { zh: '密码', en: 'Password' },
  passwordMissing: { zh: '请填写密码', en: 'Enter a password' },
  accept: { zh: '开始使用', en: 'Begin' },
} as const

type Fields = { readonly name: string; readonly login: string; readonly password: string }

export function InvitationPage() {
  const say = useWords(WORDS)
  const { code } = useParams({ from: '/invitation/$code' })
  const invited = useQuery(queries.directory.readInvitation.queryOptions({ input: { code }, retry: false }))
  return (
    <EntrancePage title={say('title')}>
      <p className="entrance-about">{say('about')}</p>
      <Loaded query={invited} rows={3}>
        {({ name, login }) => <Acceptance code={code} name={name} login={login} />}
      </Loaded>
    </EntrancePage>
  )
}

type AcceptanceProps = { readonly code: string; readonly name: string | null; readonly login: string | null }

/** A login the unit has set stands; whoever was only named chooses one. */
function Acceptance({ code, name, login }: AcceptanceProps) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const rule = usePasswordRule()
  const navigate = useNavigate()
  const accept = useMutation(
    queries.directory.acceptInvitation.mutationOptions({
      onSuccess: (me) => {
        queryClient.setQueryData(queries.directory.whoAmI.queryKey(), me)
        void navigate({ to: '/', replace: true })
      },
    }),
  )
  const fault = passwordFault(accept.error, language)
  const loginTaken = accept.error?.code === 'login-taken' ? accept.error.detail : null
  return (
    <>
      <ProblemAlert problem={belongsToField(accept.error) ? null : accept.error} />
      <Form<Fields>
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: name ?? '', login: login ?? '' }}
        onFinish={(fields) => accept.mutate({ code, ...fields })}
      >
        <Form.Item name="name" label={say('name')} rules={[bySchema(Name, say('nameRule'))]}>
          <Input autoFocus autoComplete="name" />
        </Form.Item>
        <Form.Item
          name="login"
          label={say('login')}
          extra={say(login === null ? 'loginRule' : 'loginSet')}
          rules={[bySchema(Login, say('loginWrong'))]}
          {...refused(loginTaken)}
        >
          <Input
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            readOnly={login !== null}
            onChange={accept.reset}
          />
        </Form.Item>
        <Form.Item
          name="password"
          label={say('password')}
          extra={rule}
          rules={[{ required: true, message: say('passwordMissing') }]}
          {...refused(fault)}
        >
          <Input.Password autoComplete="new-password" onChange={accept.reset} />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={accept.isPending}>
          {say('accept')}
        </Button>
      </Form>
    </>
  )
}

function belongsToField(problem: ProblemError | null): boolean {
  return problem?.code === 'login-taken' || problem?.code === 'password-refused'
}

/** What the server refused stands at its field; without a refusal the field's own rules speak. */
function refused(sentence: string | null) {
  return sentence === null ? {} : { validateStatus: 'error' as const, help: sentence }
}
