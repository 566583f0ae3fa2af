import { parseCellAddress } from '@shiji/kernel/form/cell-address'
import type { FormContent } from '@shiji/kernel/form/form-content'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import type { SheetColumn } from './form-sheet.ts'
import type { FormFinding } from './opened-form.ts'
import { SEVERITY_SHAPES } from './severity-shapes.ts'
import { readingOf } from './target-reading.tsx'

const WORDS = {
  place: { zh: '第 {row} 行 · {column}', en: 'Row {row} · {column}' },
  read: { zh: '读作：{text}', en: 'Read as: {text}' },
} as const

type AboutCellProps = {
  readonly content: FormContent
  readonly where: string
  readonly columns: readonly SheetColumn[]
  readonly mark: FormFinding | undefined
}

/** What is known of the cell in hand: how its target was read with every remark, and what the check says. */
export function AboutCell({ content, where, columns, mark }: AboutCellProps) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const address = parseCellAddress(where)
  if (address?.kind !== 'cell') return null
  const column = columns.find(({ key }) => where.endsWith(`].${key}`))?.label ?? ''
  const isTarget = address.list === 'indicators' && address.column === 'target'
  const reading = isTarget ? readingOf(content, address.index, language) : null
  return (
    <p className="small">
      {say('place', { row: address.index + 1, column })}
      {reading === null ? null : ` · ${say('read', { text: [reading.text, ...reading.notes].join(' · ') })}`}
      {mark === undefined ? null : (
        <span className={`severity-${mark.severity}`}>
          {` · ${SEVERITY_SHAPES[mark.severity]} ${mark.message} ${mark.advice}`}
        </span>
      )}
    </p>
  )
}
