import './account.css'
import { Alert } from 'antd'
import { PageHead } from '#desk/kit/page-head.tsx'
import { useMe } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import { ChangePassword } from './change-password.tsx'
import { MySessions } from './my-sessions.tsx'
import { SecondStep } from './second-step.tsx'

const WORDS = {
  title: { zh: '我的账号', en: 'My account' },
  mustChange: {
    zh: '密码已到期。请先修改密码，其他功能随后恢复。',
    en: 'Your password has expired. Change it first; everything else comes back then.',
  },
  mustSet: {
    zh: '您的角色必须使用动态码。请先启用，其他功能随后恢复。',
    en: 'Your role needs a second step. Set it up first; everything else comes back then.',
  },
} as const

export function AccountPage() {
  const say = useWords(WORDS)
  const { person, mustChangePassword, mustSetSecondStep } = useMe()
  return (
    <>
      <PageHead title={say('title')} about={`${person.name} · ${person.login} · ${person.unitName}`} />
      {mustChangePassword ? <Alert className="account-duty" type="warning" showIcon title={say('mustChange')} /> : null}
      {mustSetSecondStep ? <Alert className="account-duty" type="warning" showIcon title={say('mustSet')} /> : null}
      <div className="account-cards">
        <MySessions />
        <div className="account-side">
          <ChangePassword />
          <SecondStep />
        </div>
      </div>
    </>
  )
}
