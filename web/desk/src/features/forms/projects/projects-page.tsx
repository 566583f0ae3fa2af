import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Input } from 'antd'
import { PageHead } from '#desk/kit/page-head.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import '../forms.css'
import './projects.css'
import { ProjectList } from './project-list.tsx'

const WORDS = {
  title: { zh: '项目库', en: 'Projects' },
  about: { zh: '有哪些项目，每年报了哪些表', en: 'Which projects there are, and their forms by year' },
  search: { zh: '按项目名称查找', en: 'Find by name of the project' },
  declare: { zh: '新建申报', en: 'New declaration' },
  views: { zh: '怎么看', en: 'How it is shown' },
  table: { zh: '表格', en: 'Table' },
  cards: { zh: '卡片', en: 'Cards' },
} as const

const LONGEST_SEARCH = 50

export function ProjectsPage() {
  const say = useWords(WORDS)
  const mayWrite = useMay('performance.write')
  const navigate = useNavigate()
  const { search: words, view = 'table', ...scope } = useSearch({ from: '/desk/projects' })
  const { year, unit } = scope
  const search = words ?? ''
  const show = (text: string) =>
    void navigate({
      to: '/projects',
      search: { ...scope, view, search: text === '' ? undefined : text },
      replace: true,
    })
  const declare = (
    <Link className="button-link" to="/declare">
      {say('declare')}
    </Link>
  )
  return (
    <>
      <PageHead title={say('title')} about={say('about')} action={mayWrite ? declare : undefined} />
      <div className="project-filters">
        <Input.Search
          // A link with other words fills the box anew.
          key={search}
          allowClear
          defaultValue={search}
          maxLength={LONGEST_SEARCH}
          placeholder={say('search')}
          aria-label={say('search')}
          onSearch={(text) => show(text.trim())}
        />
        <nav className="project-views" aria-label={say('views')}>
          {(['table', 'cards'] as const).map((name) => (
            <Link
              key={name}
              to="/projects"
              search={{ ...scope, search: words, view: name }}
              aria-current={name === view ? 'page' : undefined}
              replace
            >
              {say(name)}
            </Link>
          ))}
        </nav>
      </div>
      <ProjectList {...{ search, year, unit, view }} />
    </>
  )
}
