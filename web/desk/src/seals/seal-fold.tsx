import { useState } from 'react'
import { useWords } from '#desk/words/use-words.ts'
import { SealPanel } from './seal-panel.tsx'

const WORDS = { title: { zh: '封存与证据包', en: 'Seals and evidence packs' } } as const

/** Folded until somebody wants it, so that a board of many declarations asks for none. */
export function SealFold({ formId, about }: { readonly formId: string; readonly about?: string }) {
  const say = useWords(WORDS)
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="seal-fold" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {say('title')}
        {about === undefined ? null : <span className="visually-hidden"> {about}</span>}
      </summary>
      {isOpen ? <SealPanel formId={formId} /> : null}
    </details>
  )
}
