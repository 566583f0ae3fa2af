import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { queries } from '#desk/api/client.ts'
import { useWords } from '#desk/words/use-words.ts'
import type { EditStep } from '../edit/edit-history.ts'
import './library.css'

const WORDS = {
  title: { zh: '重复与写法', en: 'Duplicates and spellings' },
  row: { zh: '第 {row} 行 · {name}', en: 'Row {row} · {name}' },
  rename: { zh: '改成“{name}”', en: 'Write "{name}"' },
} as const

type DuplicateListProps = {
  readonly form: { readonly id: string; readonly version: number }
  readonly jump: (where: string) => void
  readonly onStep: (step: EditStep) => void
}

/** Rows that promise what is promised elsewhere, perhaps under another name; nothing is shown where there are none. */
export function DuplicateList({ form: { id, version }, jump, onStep }: DuplicateListProps) {
  const say = useWords(WORDS)
  const input = { id, version }
  const { data = [] } = useQuery(
    queries.library.findDuplicates.queryOptions({ input, placeholderData: keepPreviousData }),
  )
  if (data.length === 0) return null
  return (
    <section className="duplicates">
      <h3>
        {say('title')} <span className="small">{data.length}</span>
      </h3>
      <ul className="findings">
        {data.map(({ kind, where, name, message, why, otherName, likeness }) => (
          <li key={`${kind} ${where} ${message}`}>
            <button type="button" onClick={() => jump(where)} title={why}>
              <span className="small finding-place">
                <span className={likeness === 'same' ? 'severity-warning' : 'severity-hint'} aria-hidden>
                  {likeness === 'same' ? '=' : '≈'}
                </span>{' '}
                {say('row', { row: rowOf(where) + 1, name })}
              </span>
              <span>{message}</span>
              <span className="small">{why}</span>
            </button>
            {otherName === null ? null : (
              <Button type="link" size="small" onClick={() => onStep([{ where, was: name, now: otherName }])}>
                {say('rename', { name: otherName })}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function rowOf(where: string): number {
  return Number(/\[(\d+)\]/.exec(where)?.[1] ?? 0)
}
