import { Link } from '@tanstack/react-router'
import { PageHead } from '#desk/kit/page-head.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { useWords } from '#desk/words/use-words.ts'

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
    <main className="page">
      <PageHead title={say('title')} />
      <StateBlock state={{ kind: 'empty', title: say('why'), action: <Link to="/">{say('home')}</Link> }} />
    </main>
  )
}
