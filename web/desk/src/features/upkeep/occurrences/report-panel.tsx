import type { OccurrenceId } from '@shiji/contract/upkeep'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { api, queries } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { useHandOut } from '#desk/kit/use-hand-out.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useSaying, useWords } from '#desk/words/use-words.ts'

const WORDS = {
  title: { zh: '报告正文，由记录写成', en: 'The report, written from records' },
  asOf: { zh: '{from} 至 {until}，数据截至 {at}', en: '{from} to {until}, as of {at}' },
  remarks: {
    zh: '数字不用填也改不了；要说明的写在下面的“记录”里，随报告一起印出。',
    en: 'Figures are neither typed nor changed; write what is to be said as the record below, it is printed with them.',
  },
  section: { zh: '类别', en: 'Section' },
  name: { zh: '事项', en: 'Figure' },
  value: { zh: '数值', en: 'Value' },
  counted: { zh: '记录', en: 'Records' },
  none: { zh: '无记录', en: 'no record' },
  missed: { zh: '未完成 {count} 次', en: '{count} not done' },
  unexplained: { zh: '原因未说明', en: 'cause not stated' },
  word: { zh: '下载 Word', en: 'Word' },
  pdf: { zh: '下载 PDF', en: 'PDF' },
} as const

type Draft = Awaited<ReturnType<typeof api.upkeepReports.readReport>>
type Figure = Draft['figures'][number]

const MISSED_SHOWN = 10

/** 日志, 月报 and the like: figures of the time it is about, what was not done in it, and the file. */
export function ReportPanel({ id }: { readonly id: OccurrenceId }) {
  const report = useQuery(queries.upkeepReports.readReport.queryOptions({ input: { id } }))
  return <Loaded query={report}>{(draft) => <Drafted id={id} draft={draft} />}</Loaded>
}

function Drafted({ id, draft }: { readonly id: OccurrenceId; readonly draft: Draft }) {
  const saying = useSaying()
  const say = useWords(WORDS)
  const { from, until, asOf, figures, missed } = draft
  return (
    <section className="card">
      <h2>{say('title')}</h2>
      <div className="card-body upkeep-lists">
        <p>
          {say('asOf', { from, until, at: formatMoment(asOf) })}{' '}
          <span className="small">{draft.occurrence.doneAt === null ? say('remarks') : ''}</span>
        </p>
        <Files id={id} />
        <DataTable caption={say('title')} columns={useColumns()} rows={figures} keyOf={({ name }) => name} />
        {missed.length === 0 ? null : (
          <div>
            <p>{say('missed', { count: missed.length })}</p>
            <ul>
              {missed.slice(0, MISSED_SHOWN).map(({ id: one, what, day, cause }) => (
                <li key={one}>{saying(`${day} ${what}`, cause ?? say('unexplained'))}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </section>
  )
}

function Files({ id }: { readonly id: OccurrenceId }) {
  const say = useWords(WORDS)
  const print = useHandOut((as: 'docx' | 'pdf') => api.upkeepReports.printReport({ id, as }))
  return (
    <span className="upkeep-lights">
      <Button loading={print.isPending} onClick={() => print.mutate('docx')}>
        {say('word')}
      </Button>
      <Button loading={print.isPending} onClick={() => print.mutate('pdf')}>
        {say('pdf')}
      </Button>
    </span>
  )
}

function useColumns(): readonly Column<Figure>[] {
  const say = useWords(WORDS)
  return [
    { key: 'section', title: say('section'), width: '80px', cell: ({ section }) => section },
    {
      key: 'name',
      title: say('name'),
      cell: ({ name, formula }) => (
        <span className="two-lines">
          {name}
          <span className="small">{formula}</span>
        </span>
      ),
    },
    {
      key: 'value',
      title: say('value'),
      kind: 'number',
      width: '130px',
      cell: ({ value, unit }) => (value === null ? say('none') : `${value} ${unit}`),
    },
    { key: 'counted', title: say('counted'), kind: 'number', width: '90px', cell: ({ counted }) => counted },
  ]
}
