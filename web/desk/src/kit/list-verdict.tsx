import { useWords } from '#desk/words/use-words.ts'
import { Light } from './light.tsx'

const WORDS = {
  fine: { zh: '没有错误，可以导入', en: 'No faults; it can be taken' },
  nothing: { zh: '没有错误，也没有变动', en: 'No faults, and nothing changes' },
  wrong: { zh: '{rows} 行有 {cells} 处错误，改正后再导入', en: '{cells} faults in {rows} rows; correct them first' },
} as const

/** What the server found of a list before it is taken. */
export type LookedAt = {
  readonly wrongCells: number
  readonly wrongRows: number
  readonly problems: readonly { readonly sheet: string; readonly cell: string; readonly reason: string }[]
  readonly notes: readonly string[]
  readonly fingerprint: string
}

type ListVerdictProps = { readonly reading: LookedAt; readonly changes: number }

/** Whether a list can be taken, and what the reader met on the way. */
export function ListVerdict({ reading: { wrongCells: cells, wrongRows: rows, notes }, changes }: ListVerdictProps) {
  const say = useWords(WORDS)
  return (
    <>
      {cells > 0 ? (
        <Light kind="bad" word={say('wrong', { rows, cells })} />
      ) : (
        <Light kind={changes > 0 ? 'good' : 'none'} word={say(changes > 0 ? 'fine' : 'nothing')} />
      )}
      {notes.map((note) => (
        <p key={note} className="small">
          {note}
        </p>
      ))}
    </>
  )
}
