import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { useList, useWords } from '#desk/words/use-words.ts'
import type { LibraryRow } from './insert-entry.ts'

const WORDS = {
  insert: { zh: '填入', en: 'Insert' },
  insertNamed: { zh: '填入“{name}”', en: 'Insert "{name}"' },
  onForm: { zh: '表上已有', en: 'On the form' },
  place: { zh: '{level1} · {level2}', en: '{level1} · {level2}' },
  target: { zh: '常用目标 {targets}', en: 'Usual target {targets}' },
  remark: { zh: '计量：{remark}', en: 'Measured: {remark}' },
  used: { zh: '用于 {uses} 份表', en: 'On {uses} forms' },
  usedNamed: { zh: '用于 {uses} 份表：看“{name}”用在哪里', en: 'On {uses} forms: where "{name}" is used' },
  unused: { zh: '还没有表用过', en: 'On no form yet' },
  use: { zh: '{year} {project}（{unit}）：{target}', en: '{year} {project} ({unit}): {target}' },
} as const

type LibraryEntryCardProps = { readonly entry: LibraryRow; readonly isOnForm: boolean; readonly take: () => void }

export function LibraryEntryCard({ entry, isOnForm, take }: LibraryEntryCardProps) {
  const say = useWords(WORDS)
  const list = useList()
  const [usesOpen, setUsesOpen] = useState(false)
  const { id, level3: name, place, targets, remark, uses } = entry
  return (
    <li className="library-entry">
      <p className="library-name">
        <span className="strong">{name}</span>
        {isOnForm ? <span className="small">✓ {say('onForm')}</span> : null}
        <span className="grow" />
        {isOnForm ? null : (
          <Button size="small" onClick={take} aria-label={say('insertNamed', { name })}>
            {say('insert')}
          </Button>
        )}
      </p>
      <p className="small">
        {say('place', place)} · {say('target', { targets: list(targets) })}
      </p>
      <p className="small">{say('remark', { remark })}</p>
      {uses === 0 ? (
        <p className="small">{say('unused')}</p>
      ) : (
        <Button
          type="link"
          size="small"
          aria-expanded={usesOpen}
          aria-label={say('usedNamed', { uses, name })}
          onClick={() => setUsesOpen(!usesOpen)}
        >
          {say('used', { uses })}
        </Button>
      )}
      {usesOpen ? <Uses id={id} /> : null}
    </li>
  )
}

function Uses({ id }: { readonly id: string }) {
  const say = useWords(WORDS)
  const uses = useQuery(queries.library.listUses.queryOptions({ input: { id } }))
  return (
    <Loaded query={uses} rows={2}>
      {(rows) => (
        <ul className="library-uses">
          {rows.map(({ formId, where, ...use }) => (
            <li key={`${formId} ${where}`} className="small">
              <Link to="/projects/forms/$formId" params={{ formId }} search={{ room: 'goals', at: `${where}.target` }}>
                {say('use', use)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  )
}
