import { Modal } from 'antd'
import { signedInAgain } from '#desk/api/session.ts'
import { useWords } from '#desk/words/use-words.ts'
import { SignInForm } from './sign-in-form.tsx'

const WORDS = {
  title: { zh: '登录已过期，请重新登录', en: 'Your session has ended: sign in again' },
  safe: {
    zh: '本页已输入的内容都在，登录后自动继续刚才的操作。',
    en: 'Everything you typed is still on this page; your last action goes on after signing in.',
  },
} as const

export function SignInWindow() {
  const say = useWords(WORDS)
  return (
    <Modal open closable={false} keyboard={false} footer={null} title={say('title')} width={400} destroyOnHidden>
      <p className="small layer-about">{say('safe')}</p>
      <SignInForm onSignedIn={signedInAgain} />
    </Modal>
  )
}
