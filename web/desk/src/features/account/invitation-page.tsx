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
import { StateBlock } from '#desk/kit/state-block.tsx'
import { EntrancePage } from '#desk/shell/entrance-page.tsx'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import { passwordFault, usePasswordRule } from './password-words.ts'

const WORDS = {
  title: { zh: '接受邀请', en: 'Accept the invitation' },
  about: {
    zh: '设好姓名、登录名和密码，就可以开始使用。这个链接只能用一次。',
    en: 'Choose name, login and password to begin. This link works once.',
  },
  againTitle: { zh: '设新密码', en: 'Choose a new password' },
  againAbout: {
    zh: '安全管理员为您重置了密码。设好后，其他设备上的登录都会退出。这个链接只能用一次。',
    en: 'Your password was reset. Once a new one is chosen, every other device is signed out. This link works once.',
  },
  doneTitle: { zh: '新密码已设好', en: 'The new password is set' },
  doneAbout: { zh: '请用新密码和动态码登录。', en: 'Sign in with it and with a code of your authenticator app.' },
  toSignIn: { zh: '去登录', en: 'Sign in' },
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
  const cameIn = invited.data?.cameIn === true
  return (
    <EntrancePage title={say(cameIn ? 'againTitle' : 'title')}>
      <p className="entrance-about">{say(cameIn ? 'againAbout' : 'about')}</p>
      <Loaded query={invited} rows={3}>
        {(known) => <Acceptance code={code} {...known} />}
      </Loaded>
    </EntrancePage>
  )
}

type AcceptanceProps = {
  readonly code: string
  readonly name: string | null
  readonly login: string | null
  readonly cameIn: boolean
}

/** A login the unit has set stands; whoever was only named chooses one. */
function Acceptance({ code, name, login, cameIn }: AcceptanceProps) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const rule = usePasswordRule()
  const navigate = useNavigate()
  const accept = useMutation(
    queries.directory.acceptInvitation.mutationOptions({
      onSuccess: (me) => {
        if (me === null) return
        queryClient.setQueryData(queries.directory.whoAmI.queryKey(), me)
        void navigate({ to: '/', replace: true })
      },
    }),
  )
  const fault = passwordFault(accept.error, language)
  const loginTaken = accept.error?.code === 'login-taken' ? accept.error.detail : null
  if (accept.isSuccess && accept.data === null) {
    const action = (
      <Button type="primary" onClick={() => void navigate({ to: '/', replace: true })}>
        {say('toSignIn')}
      </Button>
    )
    return <StateBlock state={{ kind: 'empty', title: say('doneTitle'), about: say('doneAbout'), action }} />
  }
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
          <Input autoFocus={!cameIn} autoComplete="name" readOnly={cameIn} />
        </Form.Item>
        <Form.Item
          name="login"
          label={say('login')}
          extra={cameIn ? null : say(login === null ? 'loginRule' : 'loginSet')}
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
          <Input.Password autoFocus={cameIn} autoComplete="new-password" onChange={accept.reset} />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={accept.isPending}>
          {say(cameIn ? 'againTitle' : 'accept')}
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
