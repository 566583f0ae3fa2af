import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { api, queries } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { useHandOut } from '#desk/kit/use-hand-out.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { FIGURE_UNITS, formatFigure, type OpenedCheckup, useCheckupId } from './database-words.ts'
import { Findings } from './findings.tsx'
import { GradeCounts } from './grade-counts.tsx'
import '../watch.css'

const WORDS = {
  title: { zh: '{name} 体检', en: 'Check-up of {name}' },
  about: { zh: '{at}　{by}　版本 {version}', en: '{at}, {by}, release {version}' },
  word: { zh: '下载 Word', en: 'Word' },
  pdf: { zh: '下载 PDF', en: 'PDF' },
  database: { zh: '回到 {service} · {name}', en: 'Back to {service} · {name}' },
  found: { zh: '发现', en: 'Findings' },
  none: { zh: '各项正常，没有发现问题。', en: 'Everything is in order; nothing was found.' },
  unasked: { zh: '须知', en: 'To be noted' },
  gone: { zh: '上次发现、本次已消除', en: 'Found last time and gone' },
  figures: { zh: '指标', en: 'Figures' },
  figure: { zh: '指标', en: 'Figure' },
  now: { zh: '本次', en: 'Now' },
  before: { zh: '上次（{at}）', en: 'Before ({at})' },
  first: { zh: '首次体检', en: 'the first check-up' },
} as const

/** What was found in a database, worst first, beside the check before it; and the report as a file. */
export function CheckupPage() {
  const id = useCheckupId()
  const checkup = useQuery(queries.watchDatabases.openCheckup.queryOptions({ input: { id } }))
  return <Loaded query={checkup}>{(seen) => <Opened checkup={seen} />}</Loaded>
}

type Shown = { readonly checkup: OpenedCheckup }

function Opened({ checkup }: Shown) {
  const say = useWords(WORDS)
  const { name, service, databaseId, at, by, version, counts, findings, gone, unasked } = checkup
  return (
    <>
      <PageHead
        title={say('title', { name })}
        about={say('about', { at: formatMoment(at), by, version })}
        action={<Files checkup={checkup} />}
      />
      <p className="watch-tally">
        <GradeCounts counts={counts} />
        <Link className="cell-name" to="/databases/$databaseId" params={{ databaseId }}>
          {say('database', { service, name })}
        </Link>
      </p>
      <div className="watch-page">
        <section className="card" aria-label={say('found')}>
          <h2>{say('found')}</h2>
          {findings.length === 0 ? <p className="card-body">{say('none')}</p> : <Findings checkup={checkup} />}
        </section>
        {unasked.length === 0 ? null : (
          <section className="card" aria-label={say('unasked')}>
            <h2>{say('unasked')}</h2>
            <ul className="watch-list">
              {unasked.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </section>
        )}
        {gone.length === 0 ? null : (
          <section className="card" aria-label={say('gone')}>
            <h2>{say('gone')}</h2>
            <ul className="watch-list">
              {gone.map(({ name: what, reason }) => (
                <li key={reason}>
                  <strong>{what}</strong>
                  <span>{reason}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <Figures checkup={checkup} />
      </div>
    </>
  )
}

function Files({ checkup: { id } }: Shown) {
  const say = useWords(WORDS)
  const print = useHandOut((as: 'docx' | 'pdf') => api.watchDatabases.printCheckup({ id, as }))
  return (
    <span className="watch-acts">
      <Button loading={print.isPending} onClick={() => print.mutate('docx')}>
        {say('word')}
      </Button>
      <Button loading={print.isPending} onClick={() => print.mutate('pdf')}>
        {say('pdf')}
      </Button>
    </span>
  )
}

function Figures({ checkup: { figures, beforeAt } }: Shown) {
  const say = useWords(WORDS)
  const sayUnits = useWords(FIGURE_UNITS)
  type Figure = (typeof figures)[number]
  const columns: readonly Column<Figure>[] = [
    { key: 'figure', title: say('figure'), cell: ({ name }) => name },
    { key: 'now', title: say('now'), kind: 'number', cell: ({ key, value }) => formatFigure(key, value, sayUnits) },
    {
      key: 'before',
      title: beforeAt === null ? say('first') : say('before', { at: formatMoment(beforeAt) }),
      kind: 'number',
      cell: ({ key, before }) => (before === null ? '' : formatFigure(key, before, sayUnits)),
    },
  ]
  return <DataTable caption={say('figures')} columns={columns} rows={figures} keyOf={({ key }) => key} />
}
