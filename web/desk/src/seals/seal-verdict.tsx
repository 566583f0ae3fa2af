import type { api } from '#desk/api/client.ts'
import { Light } from '#desk/kit/light.tsx'
import { useSaying, useWords } from '#desk/words/use-words.ts'

const WORDS = {
  whole: { zh: '一致', en: 'Agrees' },
  differs: { zh: '不一致', en: 'Does not agree' },
} as const

type Verdict = Awaited<ReturnType<typeof api.seals.checkSeal>>

/** What holding a seal against the records of today came to, each difference by its name. */
export function SealVerdict({ verdict: { whole, sentence, faults, differences } }: { readonly verdict: Verdict }) {
  const saying = useSaying()
  const say = useWords(WORDS)
  return (
    <div role="status">
      <p>
        <Light kind={whole ? 'good' : 'bad'} word={say(whole ? 'whole' : 'differs')} /> {sentence}
      </p>
      <ul className="plain-list small">
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
        {differences.map(({ indicator, kind, id, title, sentence: what, page }) => (
          <li key={`${indicator} ${id}`}>
            {indicator} · {kind} {page === null ? title : <a href={page}>{title}</a>}
            {saying('', what)}
          </li>
        ))}
      </ul>
    </div>
  )
}
