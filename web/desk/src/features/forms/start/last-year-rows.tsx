import { Button } from 'antd'
import { useState } from 'react'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light, type LightKind } from '#desk/kit/light.tsx'
import { useWords } from '#desk/words/use-words.ts'
import type { RenewalPreview } from './renewal-draft.ts'

const WORDS = {
  title: { zh: '去年的目标完成得怎样', en: 'How last year’s targets went' },
  about: {
    zh: '目标值照去年保留，一个也没有改。{missed} 项未达到，{far} 项远超，{open} 项须判断。',
    en: 'Every target stays as it was. {missed} missed, {far} far exceeded, {open} to judge.',
  },
  noEvaluation: {
    zh: '系统里没有去年的自评表，目标值照去年保留。',
    en: 'There is no self-evaluation of last year; every target stays as it was.',
  },
  name: { zh: '指标', en: 'Indicator' },
  target: { zh: '目标', en: 'Target' },
  actual: { zh: '去年实际', en: 'Actual last year' },
  verdict: { zh: '结果', en: 'Result' },
  all: { zh: '看全部 {rows} 行', en: 'Show all {rows} rows' },
  few: { zh: '只看须留意的', en: 'Only what needs a look' },
} as const

type Row = RenewalPreview['rows'][number]

const LIGHTS: Readonly<Record<Row['verdict'], LightKind>> = {
  kept: 'good',
  missed: 'bad',
  'far-over': 'watch',
  open: 'watch',
  'not-reported': 'none',
}

/** Rows whose target was missed or far exceeded are shown first; nothing is lowered for anybody. */
export function LastYearRows({ preview: { rows, hasSelfEvaluation } }: { readonly preview: RenewalPreview }) {
  const say = useWords(WORDS)
  const columns = useColumns()
  const [isWhole, setWhole] = useState(false)
  const count = (verdict: Row['verdict']) => rows.filter((row) => row.verdict === verdict).length
  const toSee = rows.filter(({ verdict }) => verdict !== 'kept' && verdict !== 'not-reported')
  const shown = isWhole ? rows : toSee
  const facts = { missed: count('missed'), far: count('far-over'), open: count('open') }
  return (
    <section className="card">
      <h2>
        {say('title')} <span className="small">{hasSelfEvaluation ? say('about', facts) : say('noEvaluation')}</span>
      </h2>
      {shown.length === 0 ? null : (
        <DataTable caption={say('title')} columns={columns} rows={shown} keyOf={({ row }) => String(row)} />
      )}
      {rows.length === toSee.length ? null : (
        <p className="start-more">
          <Button type="link" onClick={() => setWhole(!isWhole)}>
            {isWhole ? say('few') : say('all', { rows: rows.length })}
          </Button>
        </p>
      )}
    </section>
  )
}

function useColumns(): readonly Column<Row>[] {
  const say = useWords(WORDS)
  return [
    { key: 'name', title: say('name'), cell: ({ name }) => <span className="cell-name">{name}</span> },
    { key: 'target', title: say('target'), cell: ({ target }) => target },
    { key: 'actual', title: say('actual'), cell: ({ actual }) => actual ?? '—' },
    {
      key: 'verdict',
      title: say('verdict'),
      cell: ({ verdict, says }) => <Light kind={LIGHTS[verdict]} word={says} />,
    },
  ]
}
