import { Button } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { changeLook, useLook } from '#desk/look/look-store.ts'
import { useWords } from '#desk/words/use-words.ts'
import './entrance.css'

const WORDS = {
  promise: { zh: '每一项承诺，都有据可查', en: 'Every promise, with its proof' },
  language: { zh: 'English', en: '中文' },
  elder: { zh: '长辈版', en: 'Large letters' },
  regular: { zh: '标准字号', en: 'Regular letters' },
} as const

type EntrancePageProps = { readonly title: string; readonly children: ReactNode }

/** The page in front of the desk: signing in, accepting an invitation. */
export function EntrancePage({ title, children }: EntrancePageProps) {
  const say = useWords(WORDS)
  const look = useLook()
  useEffect(() => {
    document.title = `${title} · 实绩`
  }, [title])
  return (
    <div className="entrance">
      <header className="entrance-bar">
        <Button type="text" onClick={() => changeLook({ elder: !look.elder })}>
          {say(look.elder ? 'regular' : 'elder')}
        </Button>
        <Button type="text" onClick={() => changeLook({ language: look.language === 'zh' ? 'en' : 'zh' })}>
          {say('language')}
        </Button>
      </header>
      <main className="entrance-sheet">
        <p className="entrance-mark">实绩</p>
        <p className="small">{say('promise')}</p>
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  )
}
