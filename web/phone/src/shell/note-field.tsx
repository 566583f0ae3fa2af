import { useWords } from '../words/use-words.ts'

const WORDS = { note: { zh: '说明（可不填）', en: 'Note (may be left out)' } } as const

type NoteFieldProps = {
  /** What must be told when something is at fault; null when nothing is. */
  readonly deed: string | null
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A note that may be left out, or what was done about what is at fault. */
export function NoteField({ deed, value, onChange }: NoteFieldProps) {
  const say = useWords(WORDS)
  return (
    <label>
      {deed ?? say('note')}
      <textarea rows={2} maxLength={500} value={value} onChange={({ target }) => onChange(target.value)} />
    </label>
  )
}
