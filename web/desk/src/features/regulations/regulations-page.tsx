import { REGULATION_KIND_WORDS } from '@shiji/kernel/regulation/regulation'
import { say as sayIn } from '@shiji/kernel/wording'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { type api, queries } from '#desk/api/client.ts'
import type { Column } from '#desk/kit/data-table.tsx'
import { ListPage } from '#desk/kit/list-page.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import { RegisterRegulation } from './register-regulation.tsx'
import { StateLight } from './state-light.tsx'
import './regulations.css'

const WORDS = {
  title: { zh: '制度文件', en: 'Documents in force' },
  about: { zh: '从哪天到哪天有效，什么时候该复核', en: 'In force from when until when, and when to look again' },
  add: { zh: '登记文件', en: 'Register one' },
  name: { zh: '文件', en: 'Document' },
  valid: { zh: '有效期', en: 'In force' },
  review: { zh: '下次复核', en: 'Next review' },
  state: { zh: '状态', en: 'State' },
  always: { zh: '长期', en: 'no end' },
  none: { zh: '还没有登记制度文件', en: 'Nothing is registered yet' },
  noneAbout: {
    zh: '登记管理制度、应急预案、资质证书和有效期，到期前 30 天提醒；定性指标的清单只算当时有效的文件。',
    en: 'Register rules, plans and licences with their days. You are reminded 30 days before; checklists count only what was in force.',
  },
} as const

type Row = Awaited<ReturnType<typeof api.regulations.listRegulations>>[number]

export function RegulationsPage() {
  const say = useWords(WORDS)
  const mayWrite = useMay('documents.keep')
  const [adding, setAdding] = useState(false)
  const list = useQuery(queries.regulations.listRegulations.queryOptions())
  const columns = useColumns()
  return (
    <ListPage
      title={say('title')}
      about={say('about')}
      action={
        mayWrite ? (
          <Button type="primary" onClick={() => setAdding(true)}>
            {say('add')}
          </Button>
        ) : undefined
      }
      query={list}
      columns={columns}
      none={{ title: say('none'), about: say('noneAbout') }}
    >
      <RegisterRegulation open={adding} onClose={() => setAdding(false)} />
    </ListPage>
  )
}

function useColumns(): readonly Column<Row>[] {
  const say = useWords(WORDS)
  const language = useLanguage()
  return [
    {
      key: 'name',
      title: say('name'),
      cell: ({ id, name, number, kind, unit }) => (
        <span className="two-lines">
          <Link to="/regulations/$regulationId" params={{ regulationId: id }}>
            {name}
          </Link>
          <span className="small">
            {[sayIn(REGULATION_KIND_WORDS[kind], language), number, unit.name]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
        </span>
      ),
    },
    {
      key: 'valid',
      title: say('valid'),
      width: '24%',
      cell: ({ validFrom, validUntil }) => `${validFrom} – ${validUntil ?? say('always')}`,
    },
    { key: 'review', title: say('review'), width: '130px', cell: ({ nextReviewOn }) => nextReviewOn ?? '—' },
    { key: 'state', title: say('state'), width: '170px', cell: ({ state }) => <StateLight state={state} /> },
  ]
}
