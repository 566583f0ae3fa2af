import { useState } from 'react'
import { asProblem, type ProblemError } from '../api/problem-error.ts'
import { changeLook, useLook } from '../look/look-store.ts'
import { useOutbox } from '../outbox/outbox-store.ts'
import { signOut, useSession } from '../session/session.ts'
import { Choices } from '../shell/choices.tsx'
import { Screen } from '../shell/screen.tsx'
import { useLanguage, useWords } from '../words/use-words.ts'
import { useInstallOffer } from './install-offer.ts'

const WORDS = {
  title: { zh: '我的', en: 'Me' },
  theme: { zh: '颜色', en: 'Colours' },
  system: { zh: '跟随手机', en: 'As the phone' },
  light: { zh: '浅色', en: 'Light' },
  dark: { zh: '深色', en: 'Dark' },
  language: { zh: '语言', en: 'Language' },
  size: { zh: '字号', en: 'Size' },
  usual: { zh: '标准', en: 'Usual' },
  elder: { zh: '长辈版', en: 'Large' },
  install: { zh: '装到手机桌面', en: 'Install on this phone' },
  installBy: {
    zh: '装到手机桌面：在浏览器菜单里选“添加到主屏幕”（苹果手机在“分享”里）。装好后断网也能打开。',
    en: 'To install it: choose "Add to Home Screen" in the browser\'s menu (on an iPhone under "Share"). It then opens without a network too.',
  },
  desk: { zh: '打开桌面版', en: 'Open the desk' },
  must: {
    zh: '请先在桌面版修改密码或设置动态码，然后才能在手机上使用。',
    en: 'Change your password or set up the second step at the desk first.',
  },
  signOut: { zh: '退出登录', en: 'Sign out' },
  waits: {
    zh: '手机里还有 {count} 条没有送出。退出后它们留在手机里，等您再登录时送出。',
    en: '{count} entries are not sent yet. They stay on this phone and are sent when you sign in again.',
  },
} as const

export function MeScreen() {
  const say = useWords(WORDS)
  const { me } = useSession()
  const { theme, language, elder } = useLook()
  const install = useInstallOffer()
  const mustActAtDesk = me?.mustChangePassword || me?.mustSetSecondStep
  return (
    <Screen title={say('title')}>
      <section className="card">
        <p className="big">{me?.person.name}</p>
        <p className="quiet">
          {me?.person.unitName} · {me?.district}
        </p>
        {mustActAtDesk ? <p className="band band-warn">{say('must')}</p> : null}
      </section>
      <Choices
        name="size"
        title={say('size')}
        chosen={elder ? 'elder' : 'usual'}
        options={(['usual', 'elder'] as const).map((key) => ({ key, name: say(key) }))}
        onChoose={(size) => changeLook({ elder: size === 'elder' })}
      />
      <Choices
        name="theme"
        title={say('theme')}
        chosen={theme}
        options={(['system', 'light', 'dark'] as const).map((key) => ({ key, name: say(key) }))}
        onChoose={(now) => changeLook({ theme: now })}
      />
      <Choices
        name="language"
        title={say('language')}
        chosen={language}
        options={[
          { key: 'zh', name: '中文' },
          { key: 'en', name: 'English' },
        ]}
        onChoose={(now) => changeLook({ language: now })}
      />
      {install === null ? (
        <p className="quiet">{say('installBy')}</p>
      ) : (
        <button type="button" className="button" onClick={install}>
          {say('install')}
        </button>
      )}
      <a className="button" href="/">
        {say('desk')}
      </a>
      <SignOut />
    </Screen>
  )
}

function SignOut() {
  const say = useWords(WORDS)
  const language = useLanguage()
  const count = useOutbox().length
  const [problem, setProblem] = useState<ProblemError | null>(null)
  return (
    <>
      {count === 0 ? null : <p className="quiet">{say('waits', { count })}</p>}
      {problem === null ? null : (
        <p className="band band-bad" role="alert">
          {problem.message}
        </p>
      )}
      <button
        type="button"
        className="button"
        onClick={() => void signOut().catch((error: unknown) => setProblem(asProblem(error, language)))}
      >
        {say('signOut')}
      </button>
    </>
  )
}
