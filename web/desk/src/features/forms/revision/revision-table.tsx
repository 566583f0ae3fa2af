import { CANCELLED } from '@shiji/kernel/revision/revise-declaration'
import { Button, Input } from 'antd'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { ProofFiles } from '../proof-files.tsx'
import { type DraftRow, isCancelled, type RevisionDraft } from './revision-draft.ts'

const WORDS = {
  caption: { zh: '逐行修订', en: 'Row by row' },
  indicator: { zh: '指标', en: 'Indicator' },
  was: { zh: '原值（锁定）', en: 'Before (locked)' },
  now: { zh: '修订后', en: 'Revised' },
  same: { zh: '不改就留空', en: 'Blank: unchanged' },
  why: { zh: '修订说明', en: 'Explanation' },
  proof: { zh: '佐证', en: 'Proof' },
  of: { zh: '{what}：{name}', en: '{what}: {name}' },
  cancel: { zh: '取消这一行', en: 'Give the row up' },
  keep: { zh: '不取消', en: 'Keep it' },
} as const

/** Every promise with its value locked, and room for the new one beside it. */
export function RevisionTable({ draft }: { readonly draft: RevisionDraft }) {
  const say = useWords(WORDS)
  const of = (what: keyof typeof WORDS, row: DraftRow) => say('of', { what: say(what), name: shortName(row.indicator) })
  const columns: readonly Column<DraftRow>[] = [
    {
      key: 'indicator',
      title: say('indicator'),
      width: '22%',
      cell: ({ indicator }) => (
        <span>
          <span className="cell-name">{shortName(indicator)}</span>
          <br />
          <span className="small">{indicator.split('-').slice(0, -1).join(' · ')}</span>
        </span>
      ),
    },
    { key: 'was', title: say('was'), width: '14%', cell: ({ originalTarget }) => originalTarget || '—' },
    {
      key: 'now',
      title: say('now'),
      width: '22%',
      cell: (row) => (
        <span className="month-cell">
          <Input
            aria-label={of('now', row)}
            placeholder={say('same')}
            value={row.revisedTarget}
            maxLength={2000}
            onChange={({ target }) => draft.change(row.indicator, { revisedTarget: target.value })}
          />
          <Button
            size="small"
            aria-label={of(isCancelled(row) ? 'keep' : 'cancel', row)}
            onClick={() => draft.change(row.indicator, { revisedTarget: isCancelled(row) ? '' : CANCELLED })}
          >
            {say(isCancelled(row) ? 'keep' : 'cancel')}
          </Button>
        </span>
      ),
    },
    {
      key: 'why',
      title: say('why'),
      width: '24%',
      cell: (row) =>
        row.revisedTarget.trim() === '' ? null : (
          <Input
            aria-label={of('why', row)}
            value={row.explanation}
            maxLength={2000}
            onChange={({ target }) => draft.change(row.indicator, { explanation: target.value })}
          />
        ),
    },
    {
      key: 'proof',
      title: say('proof'),
      cell: (row) =>
        row.revisedTarget.trim() === '' ? null : (
          <ProofFiles
            about={of('proof', row)}
            files={row.files}
            onChange={(files) => draft.change(row.indicator, { files })}
          />
        ),
    },
  ]
  return <DataTable caption={say('caption')} columns={columns} rows={draft.rows} keyOf={({ indicator }) => indicator} />
}

export function shortName(indicator: string): string {
  return indicator.split('-').at(-1) ?? indicator
}
