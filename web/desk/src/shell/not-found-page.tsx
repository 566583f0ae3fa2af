import { Link } from '@tanstack/react-router'
import { useWords } from '#desk/words/use-words.ts'
import { EntrancePage } from './entrance-page.tsx'

const WORDS = {
  title: { zh: '这个网址没有页面', en: 'There is no page here' },
  why: {
    zh: '地址可能输错了，或记录已移走。没有丢失任何东西。',
    en: 'The address may be mistyped, or the record was moved. Nothing is lost.',
  },
  home: { zh: '回到首页', en: 'Go to the first page' },
} as const

export function NotFoundPage() {
  const say = useWords(WORDS)
  return (
    <EntrancePage title={say('title')}>
      <p className="entrance-about">{say('why')}</p>
      <Link to="/">{say('home')}</Link>
    </EntrancePage>
  )
}
