import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { queries } from '#desk/api/client.ts'
import type { Column } from '#desk/kit/data-table.tsx'
import { ListPage } from '#desk/kit/list-page.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import { ARTICLE_STATES } from './article-search.ts'
import { ArticleCounts, ArticleLight, type ArticleListed, AUDIENCE_WORDS } from './article-words.tsx'
import '../tickets.css'

const WORDS = {
  ...AUDIENCE_WORDS,
  title: { zh: '知识库', en: 'Knowledge' },
  about: {
    zh: '以前怎么解决的；接报和办理时会自动提示',
    en: 'What helped before; proposed while calls are logged and worked on',
  },
  add: { zh: '写一篇', en: 'Write one' },
  search: { zh: '按现象、办法查找', en: 'Search' },
  which: { zh: '范围', en: 'Which' },
  service: { zh: '全部服务', en: 'all services' },
  published: { zh: '已发布', en: 'published' },
  waiting: { zh: '待复核', en: 'waiting for a second person' },
  stale: { zh: '过期', en: 'past their day' },
  all: { zh: '全部', en: 'all' },
  article: { zh: '知识', en: 'Article' },
  kind: { zh: '服务', en: 'Service' },
  whom: { zh: '给谁看', en: 'For' },
  used: { zh: '使用', en: 'Use' },
  until: { zh: '有效至', en: 'Valid until' },
  state: { zh: '状态', en: 'State' },
  none: { zh: '没有找到', en: 'None found' },
  noneAbout: {
    zh: '换个词再找；工单办完后，可以从工单写成知识。',
    en: 'Try another word; a finished ticket can become an article.',
  },
} as const

export function ArticlesPage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const mayWork = useMay('desk.work')
  const { state = 'published', service } = useSearch({ from: '/desk/knowledge' })
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const setting = useQuery(queries.desk.readDesk.queryOptions())
  const input = { state, search, ...(service === undefined ? {} : { service }) }
  const list = useQuery(queries.deskArticles.listArticles.queryOptions({ input }))
  const services = (setting.data?.services ?? []).map(({ key, name }) => ({ value: key, label: name }))
  const columns = useColumns(new Map(services.map(({ value, label }) => [value, label])))
  const show = (next: { state: typeof state; service: string | undefined }) =>
    void navigate({ to: '/knowledge', search: next, replace: true })
  return (
    <ListPage
      title={say('title')}
      about={say('about')}
      action={
        mayWork ? (
          <Button type="primary" onClick={() => void navigate({ to: '/knowledge/new', search: {} })}>
            {say('add')}
          </Button>
        ) : undefined
      }
      filter={
        <div className="ticket-filter">
          <Input.Search
            aria-label={say('search')}
            placeholder={say('search')}
            maxLength={50}
            allowClear
            onChange={({ target }) => setTyped(target.value)}
          />
          <Select
            aria-label={say('which')}
            value={state}
            options={ARTICLE_STATES.filter((one) => mayWork || one !== 'waiting').map((value) => ({
              value,
              label: say(value),
            }))}
            onChange={(chosen) => show({ state: chosen, service })}
          />
          <Select
            aria-label={say('kind')}
            allowClear
            placeholder={say('service')}
            value={service ?? null}
            options={services}
            onChange={(chosen: string | null | undefined) => show({ state, service: chosen ?? undefined })}
          />
        </div>
      }
      query={list}
      columns={columns}
      none={{ title: say('none'), about: say('noneAbout') }}
    />
  )
}

function useColumns(services: ReadonlyMap<string, string>): readonly Column<ArticleListed>[] {
  const say = useWords(WORDS)
  return [
    {
      key: 'article',
      title: say('article'),
      cell: ({ id, number, title }) => (
        <span className="two-lines">
          <Link to="/knowledge/$articleId" params={{ articleId: id }}>
            {title}
          </Link>
          <span className="small">{number}</span>
        </span>
      ),
    },
    { key: 'kind', title: say('kind'), width: '110px', cell: ({ service }) => services.get(service) ?? service },
    { key: 'whom', title: say('whom'), width: '110px', cell: ({ audience }) => say(audience) },
    { key: 'used', title: say('used'), width: '240px', cell: (article) => <ArticleCounts article={article} /> },
    { key: 'until', title: say('until'), width: '120px', cell: ({ validUntil }) => validUntil },
    { key: 'state', title: say('state'), width: '170px', cell: (article) => <ArticleLight article={article} /> },
  ]
}
