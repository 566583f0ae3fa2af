import { Link } from '@tanstack/react-router'
import { useWords } from '#desk/words/use-words.ts'
import './start.css'

const WORDS = {
  choices: { zh: '从哪里开始', en: 'Where to start from' },
  lastYear: { zh: '沿用去年', en: 'Last year' },
  file: { zh: '从文件', en: 'A file' },
  library: { zh: '从指标库', en: 'The library' },
  blank: { zh: '空白表', en: 'A blank sheet' },
} as const

type Choice = Exclude<keyof typeof WORDS, 'choices'>

const WAYS: Readonly<
  Record<Choice, { readonly to: '/declare' | '/declare/last-year' | '/declare/new'; from?: 'library' }>
> = {
  lastYear: { to: '/declare/last-year' },
  file: { to: '/declare' },
  library: { to: '/declare/new', from: 'library' },
  blank: { to: '/declare/new' },
}

/** The four doors of a declaration. */
export function StartChoices() {
  const say = useWords(WORDS)
  return (
    <nav className="start-choices" aria-label={say('choices')}>
      {(Object.keys(WAYS) as Choice[]).map((choice) => {
        const { to, from } = WAYS[choice]
        const search = from === undefined ? {} : { from }
        return (
          <Link key={choice} to={to} search={search} activeOptions={THIS_DOOR}>
            {say(choice)}
          </Link>
        )
      })}
    </nav>
  )
}

/** The library and the blank sheet are one page with another search. */
const THIS_DOOR = { exact: true, includeSearch: true } as const
