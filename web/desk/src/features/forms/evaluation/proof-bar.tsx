import { PROOFS } from '@shiji/kernel/reevaluation/proof-share'
import { useWords } from '#desk/words/use-words.ts'
import { PROOF_WORDS } from './proof-words.ts'
import type { SelfEvaluation } from './self-evaluation.ts'

const WIDTH = 200

/** The points by what proves them: one bar, and the figures in words below it. */
export function ProofBar({ proof }: Pick<SelfEvaluation, 'proof'>) {
  const say = useWords(PROOF_WORDS)
  const parts = PROOFS.map((kind) => ({ kind, points: proof[kind], share: Number(proof[kind]) }))
  const all = parts.reduce((sum, { share }) => sum + share, 0)
  let from = 0
  return (
    <>
      <svg className="proof-bar" viewBox={`0 0 ${WIDTH} 8`} preserveAspectRatio="none" aria-hidden="true">
        {parts.map(({ kind, share }) => {
          const x = from
          const width = all === 0 ? 0 : (share / all) * WIDTH
          from += width
          return <rect key={kind} className={`proof-${kind}`} x={x} y="0" width={width} height="8" />
        })}
      </svg>
      <dl className="proof-parts">
        {parts.map(({ kind, points }) => (
          <div key={kind}>
            <dt>
              <span className={`proof-key proof-${kind}`} aria-hidden="true" />
              {say(kind)}
            </dt>
            <dd>{points}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
