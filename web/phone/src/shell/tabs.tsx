import { useMay } from '../session/session.ts'
import { useWords } from '../words/use-words.ts'
import { Link } from './link.tsx'

const WORDS = {
  tabs: { zh: '主要页面', en: 'Main pages' },
  home: { zh: '首页', en: 'Home' },
  tickets: { zh: '工单', en: 'Tickets' },
  tasks: { zh: '待办', en: 'Tasks' },
  me: { zh: '我的', en: 'Me' },
} as const

/** The four places of the app, under the thumb. */
export function Tabs({ path }: { readonly path: string }) {
  const say = useWords(WORDS)
  const mayRead = useMay('desk.read')
  const tabs = [
    ['home', '/'],
    ...(mayRead ? ([['tickets', '/tickets']] as const) : []),
    ['tasks', '/tasks'],
    ['me', '/me'],
  ] as const
  return (
    <nav className="tabs" aria-label={say('tabs')}>
      {tabs.map(([name, to]) => (
        <Link key={name} to={to} isCurrent={path === to}>
          {say(name)}
        </Link>
      ))}
    </nav>
  )
}
