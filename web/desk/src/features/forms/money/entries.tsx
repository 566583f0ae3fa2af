import { Button } from 'antd'
import { useState } from 'react'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { DocumentPreview } from '#desk/kit/document-preview.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import type { ProjectMoney } from './money-lines.tsx'
import { KIND_WORDS, SOURCE_WORDS } from './source-words.ts'
import { inYuan } from './yuan.ts'

const WORDS = {
  title: { zh: '预算、调整和拨款', en: 'Budget, adjustments and appropriations' },
  none: { zh: '还没有登记。', en: 'Nothing recorded yet.' },
  day: { zh: '日期', en: 'Day' },
  kind: { zh: '事项', en: 'What' },
  source: { zh: '来源', en: 'Source' },
  amount: { zh: '金额（元）', en: 'Amount (yuan)' },
  reason: { zh: '理由', en: 'Reason' },
  by: { zh: '登记', en: 'Recorded' },
  file: { zh: '看文件', en: 'See the file' },
} as const

type Entry = ProjectMoney['entries'][number]

/** Every figure of the budget with its day, its reason and who recorded it; nothing is ever overwritten. */
export function Entries({ money }: { readonly money: ProjectMoney }) {
  const say = useWords(WORDS)
  const sayKind = useWords(KIND_WORDS)
  const saySource = useWords(SOURCE_WORDS)
  const [shown, setShown] = useState<string | null>(null)
  const columns: readonly Column<Entry>[] = [
    { key: 'day', title: say('day'), cell: ({ decidedOn }) => decidedOn },
    { key: 'kind', title: say('kind'), cell: ({ kind }) => sayKind(kind) },
    { key: 'source', title: say('source'), cell: ({ source }) => saySource(source) },
    { key: 'amount', title: say('amount'), kind: 'number', cell: ({ amount }) => inYuan(amount) },
    {
      key: 'reason',
      title: say('reason'),
      cell: ({ reason, documentId }) => (
        <span>
          {reason === '' ? '—' : reason}{' '}
          {documentId === null ? null : (
            <Button size="small" type="link" onClick={() => setShown(documentId)}>
              {say('file')}
            </Button>
          )}
        </span>
      ),
    },
    {
      key: 'by',
      title: say('by'),
      cell: ({ madeBy, madeAt }) => <span className="small">{`${madeBy} ${formatMoment(madeAt)}`}</span>,
    },
  ]
  return (
    <section className="money-section">
      <h2>{say('title')}</h2>
      {money.entries.length === 0 ? (
        <p className="small">{say('none')}</p>
      ) : (
        <DataTable caption={say('title')} columns={columns} rows={money.entries} keyOf={({ id }) => id} />
      )}
      {shown === null ? null : <DocumentPreview id={shown} open onClose={() => setShown(null)} />}
    </section>
  )
}
