import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input, QRCode } from 'antd'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { RecoveryCodes } from './recovery-codes.tsx'

const WORDS = {
  title: { zh: '动态码（第二步验证）', en: 'Second step' },
  on: { zh: '已启用', en: 'On' },
  left: {
    zh: '还剩 {count} 个恢复码。换手机请联系安全管理员重置。',
    en: '{count} recovery codes left. For another phone ask the security administrator to reset it.',
  },
  off: { zh: '未启用', en: 'Off' },
  about: {
    zh: '登录时除密码外再填手机验证器上的 6 位数字，密码泄露也进不来。',
    en: 'Signing in asks for 6 digits from an app on your phone besides the password.',
  },
  needed: {
    zh: '请在 {at} 之前启用，此后不启用不能办理其他事情。',
    en: 'Set it up before {at}; after that nothing else is permitted without it.',
  },
  password: { zh: '先填写密码', en: 'First your password' },
  passwordMissing: { zh: '请填写密码', en: 'Enter your password' },
  begin: { zh: '开始设置', en: 'Begin' },
  scan: {
    zh: '用手机验证器扫这个二维码，或手工输入下面的密钥。',
    en: 'Scan this with an authenticator app, or type the key below it.',
  },
  key: { zh: '密钥', en: 'Key' },
  code: { zh: '验证器显示的 6 位数字', en: 'The 6 digits the app shows' },
  codeMissing: { zh: '请填写 6 位数字', en: 'Enter the 6 digits' },
  confirm: { zh: '启用', en: 'Turn on' },
} as const

export function SecondStep() {
  const say = useWords(WORDS)
  const own = useQuery(queries.signInSafety.readSecondStep.queryOptions())
  const confirm = useMutation(queries.signInSafety.confirmSecondStep.mutationOptions())
  const done = () => {
    confirm.reset()
    void queryClient.invalidateQueries({ queryKey: queries.signInSafety.readSecondStep.key() })
    void queryClient.invalidateQueries({ queryKey: queries.directory.whoAmI.key() })
  }
  return (
    <section className="card">
      <h2>{say('title')}</h2>
      <div className="card-body second-step">
        {confirm.isSuccess ? (
          <RecoveryCodes codes={confirm.data.recoveryCodes} onDone={done} />
        ) : (
          <Loaded query={own} rows={2}>
            {({ isOn, recoveryCodesLeft, neededFrom }) =>
              isOn ? (
                <>
                  <Light kind="good" word={say('on')} />
                  <p className="small">{say('left', { count: recoveryCodesLeft })}</p>
                </>
              ) : (
                <>
                  <Light kind="not-started" word={say('off')} />
                  <p className="small">{say('about')}</p>
                  {neededFrom === null ? null : <p>{say('needed', { at: formatMoment(neededFrom) })}</p>}
                  <Enrolment
                    problem={confirm.error}
                    isConfirming={confirm.isPending}
                    onCode={(code) => confirm.mutate({ code })}
                  />
                </>
              )
            }
          </Loaded>
        )}
      </div>
    </section>
  )
}

type EnrolmentProps = {
  readonly problem: Parameters<typeof ProblemAlert>[0]['problem']
  readonly isConfirming: boolean
  readonly onCode: (code: string) => void
}

function Enrolment({ problem, isConfirming, onCode }: EnrolmentProps) {
  const say = useWords(WORDS)
  const begin = useMutation(queries.signInSafety.beginSecondStep.mutationOptions())
  if (begin.data === undefined) {
    return (
      <Form<{ password: string }> layout="vertical" requiredMark={false} onFinish={(fields) => begin.mutate(fields)}>
        <ProblemAlert problem={begin.error} />
        <Form.Item
          name="password"
          label={say('password')}
          rules={[{ required: true, message: say('passwordMissing') }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Button htmlType="submit" loading={begin.isPending}>
          {say('begin')}
        </Button>
      </Form>
    )
  }
  const { uri, secret } = begin.data
  return (
    <Form<{ code: string }> layout="vertical" requiredMark={false} onFinish={({ code }) => onCode(code)}>
      <p>{say('scan')}</p>
      {/* Black on white in every look: cameras read nothing else. */}
      <QRCode type="svg" value={uri} size={176} color="#000000" bgColor="#ffffff" aria-hidden />
      <p className="small">
        {say('key')} <code className="second-step-key">{(secret.match(/.{4}/g) ?? []).join(' ')}</code>
      </p>
      <ProblemAlert problem={problem} />
      <Form.Item name="code" label={say('code')} rules={[{ required: true, message: say('codeMissing') }]}>
        <Input autoFocus autoComplete="one-time-code" inputMode="numeric" maxLength={7} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={isConfirming}>
        {say('confirm')}
      </Button>
    </Form>
  )
}
