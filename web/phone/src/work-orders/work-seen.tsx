import { say as sayIn } from '@shiji/kernel/wording'
import { STEP_WORDS } from '@shiji/kernel/work-order/work-wording'
import { minuteOf } from '../words/clock-text.ts'
import { useLanguage, useWords } from '../words/use-words.ts'
import { SignatureSeen } from './signature-field.tsx'
import type { WorkOrder } from './use-work.ts'

const WORDS = {
  steps: { zh: '步骤', en: 'Steps' },
  parts: { zh: '备件', en: 'Parts' },
  time: { zh: '工时 {minutes} 分钟', en: '{minutes} minutes of work' },
  signed: { zh: '{signer} 签收，{at}（{taker} 经手）', en: 'Signed for by {signer}, {at} (taken by {taker})' },
} as const

const MARKS = { open: ['idle', '○'], done: ['good', '✓'], 'left-out': ['warn', '—'] } as const

/** What stands on an order. */
export function WorkSeen({ order }: { readonly order: WorkOrder }) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const { steps, parts, spans, minutes, signature } = order
  return (
    <>
      {steps.length === 0 ? null : (
        <section className="card">
          <h2>{say('steps')}</h2>
          <ol className="entries">
            {steps.map(({ what, state, note }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two steps may say the same, and their order is theirs.
              <li key={index}>
                <span className="entry-head">
                  <span>{what}</span>
                  <span className={`light light-${MARKS[state][0]}`}>
                    {MARKS[state][1]} {sayIn(STEP_WORDS[state], language)}
                  </span>
                </span>
                {note === '' ? null : <span className="quiet">{note}</span>}
              </li>
            ))}
          </ol>
        </section>
      )}
      {parts.length === 0 ? null : (
        <section className="card">
          <h2>{say('parts')}</h2>
          <ul className="entries">
            {parts.map(({ name, serial, quantity, unit }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two parts may be alike, and their order is theirs.
              <li key={index}>
                {name} {serial} × {quantity} {unit}
              </li>
            ))}
          </ul>
        </section>
      )}
      {spans.length === 0 ? null : (
        <section className="card">
          <h2>{say('time', { minutes })}</h2>
          <ul className="entries">
            {spans.map(({ personId, name, from, until }) => (
              <li key={`${personId} ${from}`}>
                {name} {minuteOf(from).replace('T', ' ')}–{minuteOf(until).slice(11)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {signature === null ? null : (
        <section className="card">
          {signature.strokes.length === 0 ? null : (
            <SignatureSeen strokes={signature.strokes} name={signature.signer} />
          )}
          <p className="quiet">
            {say('signed', {
              signer: signature.signer,
              at: minuteOf(signature.at).replace('T', ' '),
              taker: signature.takenBy,
            })}
          </p>
        </section>
      )}
    </>
  )
}
