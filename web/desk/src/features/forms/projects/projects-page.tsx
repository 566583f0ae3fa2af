import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Input, Select } from 'antd'
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
  year: { zh: '年度', en: 'Year' },
  allYears: { zh: '全部年度', en: 'All years' },
  oneYear: { zh: '{year} 年度', en: '{year}' },
  declare: { zh: '新建申报', en: 'New declaration' },
} as const

const LONGEST_SEARCH = 50
const YEARS_BACK = 10

export function ProjectsPage() {
  const say = useWords(WORDS)
  const mayWrite = useMay('performance.write')
  const navigate = useNavigate()
  const { search = '', year } = useSearch({ from: '/desk/projects' })
  const show = (wanted: { search?: string; year?: number | undefined }) => {
    const { search: text = search, year: of } = { year, ...wanted }
    const filters = { ...(text === '' ? {} : { search: text }), ...(of === undefined ? {} : { year: of }) }
    void navigate({ to: '/projects', search: filters, replace: true })
  }
  const declare = (
    <Link className="button-link" to="/declare">
      {say('declare')}
    </Link>
  )
  const next = new Date().getFullYear() + 1
  const years = Array.from({ length: YEARS_BACK }, (_, back) => next - back)
  const shown = year === undefined || years.includes(year) ? years : [year, ...years]
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
          onSearch={(text) => show({ search: text.trim() })}
        />
        <Select
          aria-label={say('year')}
          value={year ?? 0}
          options={[
            { value: 0, label: say('allYears') },
            ...shown.map((one) => ({ value: one, label: say('oneYear', { year: one }) })),
          ]}
          onChange={(chosen) => show({ year: chosen === 0 ? undefined : chosen })}
        />
      </div>
      <ProjectList search={search} year={year} />
    </>
  )
}
