import type { ClipboardEvent, KeyboardEvent } from 'react'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = { holds: { zh: '{label}：{text}', en: '{label}: {text}' }, blank: { zh: '空', en: 'blank' } } as const

/** What the grid does with what happens in its one field. */
export type EditorHandlers = {
  readonly ref: (element: HTMLTextAreaElement | null) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void
  readonly onType: (text: string) => void
  readonly onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void
  readonly onCopy: (event: ClipboardEvent<HTMLTextAreaElement>) => void
  readonly onCut: (event: ClipboardEvent<HTMLTextAreaElement>) => void
  readonly onBlur: () => void
}

type CellEditorProps = {
  readonly label: string
  readonly where: string
  /** What the cell holds. */
  readonly text: string
  /** What is being typed over it, null while moving about. */
  readonly draft: string | null
  readonly editor: EditorHandlers
}

/**
 * The field over the cell under the cursor. It has the focus while moving about too, unseen and empty, so that the
 * first key of an input method already falls into it.
 */
export function CellEditor({ label, where, text, draft, editor }: CellEditorProps) {
  const say = useWords(WORDS)
  const { ref, onKeyDown, onType, onPaste, onCopy, onCut, onBlur } = editor
  return (
    <textarea
      ref={ref}
      className="grid-editor"
      data-editing={draft !== null}
      data-at={where}
      aria-label={say('holds', { label, text: text === '' ? say('blank') : text })}
      spellCheck={false}
      rows={1}
      value={draft ?? ''}
      onChange={({ target }) => onType(target.value)}
      {...{ onKeyDown, onPaste, onCopy, onCut, onBlur }}
    />
  )
}
