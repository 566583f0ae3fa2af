import { useNow } from '../shell/use-now.ts'
import { useWords } from '../words/use-words.ts'
import type { Draft } from './draft.ts'

const WORDS = {
  more: { zh: '地点、联系方式、补录', en: 'Place, contact, entered late' },
  place: { zh: '地点', en: 'Place' },
  contact: { zh: '联系方式', en: 'Contact' },
  earlier: { zh: '补录：实际接到的时间', en: 'Entered late: when it was really received' },
  reason: { zh: '为什么现在才录', en: 'Why it is entered only now' },
} as const

type MoreFieldsProps = {
  readonly draft: Draft
  readonly lateAfterSeconds: number | null
  readonly onChange: (change: Partial<Draft>) => void
}

/** What most calls do not need. Whoever saves long after the call says why, and it is marked 补录. */
export function MoreFields({ draft, lateAfterSeconds, onChange }: MoreFieldsProps) {
  const say = useWords(WORDS)
  const now = useNow()
  const since = Date.parse(draft.earlier === '' ? draft.at : draft.earlier)
  const isLate = lateAfterSeconds !== null && now - since > lateAfterSeconds * 1_000
  const reason = (
    <label>
      {say('reason')}
      <input
        required={isLate}
        maxLength={500}
        value={draft.lateReason}
        onChange={({ target }) => onChange({ lateReason: target.value })}
      />
    </label>
  )
  return (
    <>
      {isLate ? reason : null}
      <details className="more">
        <summary>{say('more')}</summary>
        <div className="fields">
          <label>
            {say('place')}
            <input maxLength={200} value={draft.place} onChange={({ target }) => onChange({ place: target.value })} />
          </label>
          <label>
            {say('contact')}
            <input
              maxLength={100}
              value={draft.contact}
              onChange={({ target }) => onChange({ contact: target.value })}
            />
          </label>
          <label>
            {say('earlier')}
            <input
              type="datetime-local"
              value={draft.earlier}
              onChange={({ target }) => onChange({ earlier: target.value })}
            />
          </label>
        </div>
      </details>
    </>
  )
}
