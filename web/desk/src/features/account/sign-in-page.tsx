import { useNavigate, useSearch } from '@tanstack/react-router'
import { EntrancePage } from '#desk/shell/entrance-page.tsx'
import { SignInForm } from '#desk/shell/sign-in-form.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = { title: { zh: '登录', en: 'Sign in' } } as const

export function SignInPage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const { next = '/' } = useSearch({ from: '/sign-in' })
  return (
    <EntrancePage title={say('title')}>
      <SignInForm onSignedIn={() => void navigate({ href: next, replace: true })} />
    </EntrancePage>
  )
}
