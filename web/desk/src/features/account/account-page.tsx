import './account.css'
import { PageHead } from '#desk/kit/page-head.tsx'
import { useMe } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import { ChangePassword } from './change-password.tsx'
import { MySessions } from './my-sessions.tsx'

const WORDS = { title: { zh: '我的账号', en: 'My account' } } as const

export function AccountPage() {
  const say = useWords(WORDS)
  const { person } = useMe()
  return (
    <>
      <PageHead title={say('title')} about={`${person.name} · ${person.login} · ${person.unitName}`} />
      <div className="account-cards">
        <MySessions />
        <ChangePassword />
      </div>
    </>
  )
}
