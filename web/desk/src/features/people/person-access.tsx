import { useMutation } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { queries } from '#desk/api/client.ts'
import { useFeedback } from '#desk/kit/feedback.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'
import type { ListedPerson } from './listed-person.ts'
import { LinkModal } from './one-time-link.tsx'

const WORDS = {
  title: { zh: '登录', en: 'Access' },
  end: { zh: '结束全部登录', en: 'End every session' },
  ended: { zh: '{name} 的 {ended} 个登录已结束', en: '{ended} sessions of {name} ended' },
  endAsk: { zh: '立刻退出 {name} 在所有设备上的登录？', en: 'Sign {name} out everywhere now?' },
  password: { zh: '重置密码', en: 'Reset the password' },
  passwordNamed: { zh: '{name} 的新密码', en: 'A new password for {name}' },
  passwordAsk: {
    zh: '请先当面核实是本人。将生成一个一次性链接，{name} 用它设新密码；设好之前原密码仍然有效。',
    en: 'Make sure it is really them. A one-time link is made; {name} chooses a new password with it. Until then the present one works.',
  },
  reset: { zh: '重置动态码', en: 'Reset the second step' },
  resetAsk: {
    zh: '请先当面核实是本人。{name} 的动态码和恢复码将作废，所有登录结束。',
    en: 'Make sure it is really them. Codes and recovery codes of {name} end, and every session too.',
  },
  wasReset: {
    zh: '{name} 的动态码已重置，请本人重新登录并启用',
    en: 'Second step of {name} reset; they set up another',
  },
} as const

/** What the security administrator does when a phone is lost or an account is in the wrong hands. */
export function PersonAccess({ person: { id, name } }: { readonly person: ListedPerson }) {
  const say = useWords(WORDS)
  const message = useFeedback()
  const end = useMutation(
    queries.signInSafety.endSessionsOf.mutationOptions({
      onSuccess: ({ ended }) => message.success(say('ended', { name, ended })),
    }),
  )
  const reset = useMutation(
    queries.signInSafety.resetSecondStep.mutationOptions({
      onSuccess: () => message.success(say('wasReset', { name })),
    }),
  )
  const password = useMutation(queries.signInSafety.resetPassword.mutationOptions())
  return (
    <fieldset className="role-group">
      <legend>{say('title')}</legend>
      <ProblemAlert problem={end.error ?? reset.error ?? password.error} />
      <div className="one-time-actions">
        <Popconfirm title={say('endAsk', { name })} onConfirm={() => end.mutate({ id })}>
          <Button loading={end.isPending}>{say('end')}</Button>
        </Popconfirm>
        <Popconfirm title={say('resetAsk', { name })} onConfirm={() => reset.mutate({ id })}>
          <Button loading={reset.isPending}>{say('reset')}</Button>
        </Popconfirm>
        <Popconfirm title={say('passwordAsk', { name })} onConfirm={() => password.mutate({ id })}>
          <Button loading={password.isPending}>{say('password')}</Button>
        </Popconfirm>
      </div>
      <LinkModal
        title={say('passwordNamed', { name })}
        name={name}
        code={password.data?.code ?? null}
        onClose={password.reset}
      />
    </fieldset>
  )
}
