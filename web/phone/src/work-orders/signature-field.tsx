import { drawOn, PAD_HEIGHT, PAD_WIDTH, pointOnPad, type Stroke } from '@shiji/kernel/work-order/strokes'
import { type PointerEvent, useRef } from 'react'
import { useWords } from '../words/use-words.ts'
import type { WorkDraft } from './work-draft.ts'

const WORDS = {
  signer: { zh: '签收人', en: 'Who signs' },
  pad: { zh: '在此手写签名', en: 'Sign here' },
  signature: { zh: '{name} 的签名', en: 'Signature of {name}' },
  again: { zh: '重写', en: 'Write again' },
  cancel: { zh: '先不签', en: 'Not now' },
} as const

type Signing = NonNullable<WorkDraft['signing']>

type SignatureFieldProps = {
  readonly signing: Signing
  /** Told how to change it: a fast finger moves more than once between two drawings of the page. */
  readonly onChange: (change: (signing: Signing) => Signing) => void
  readonly onCancel: () => void
}

/** Name and hand of whoever received the work, drawn with a finger. */
export function SignatureField({ signing, onChange, onCancel }: SignatureFieldProps) {
  const say = useWords(WORDS)
  const isDown = useRef(false)
  const draw = (event: PointerEvent<SVGSVGElement>, begins: boolean) => {
    const point = pointOnPad(event, event.currentTarget.getBoundingClientRect())
    onChange((now) => ({
      ...now,
      strokes: drawOn(
        now.strokes.map((stroke) => [...stroke]),
        point,
        begins,
      ),
    }))
  }
  return (
    <section className="card fields">
      <label>
        {say('signer')}
        <input
          autoComplete="off"
          maxLength={100}
          value={signing.signer}
          onChange={({ target: { value: signer } }) => onChange((now) => ({ ...now, signer }))}
        />
      </label>
      <svg
        className="pad"
        viewBox={`0 0 ${PAD_WIDTH} ${PAD_HEIGHT}`}
        role="img"
        aria-label={say('pad')}
        onPointerDown={(event) => {
          isDown.current = true
          event.currentTarget.setPointerCapture(event.pointerId)
          draw(event, true)
        }}
        onPointerMove={(event) => {
          if (isDown.current) draw(event, false)
        }}
        onPointerUp={() => {
          isDown.current = false
        }}
      >
        <Lines strokes={signing.strokes} />
      </svg>
      <div className="buttons">
        <button type="button" className="button" onClick={onCancel}>
          {say('cancel')}
        </button>
        <button type="button" className="button" onClick={() => onChange((now) => ({ ...now, strokes: [] }))}>
          {say('again')}
        </button>
      </div>
    </section>
  )
}

export function SignatureSeen({ strokes, name }: { readonly strokes: readonly Stroke[]; readonly name: string }) {
  const say = useWords(WORDS)
  return (
    <svg
      className="pad pad-seen"
      viewBox={`0 0 ${PAD_WIDTH} ${PAD_HEIGHT}`}
      role="img"
      aria-label={say('signature', { name })}
    >
      <Lines strokes={strokes} />
    </svg>
  )
}

function Lines({ strokes }: { readonly strokes: readonly Stroke[] }) {
  return strokes.map((stroke, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: strokes are only added at the end.
    <polyline key={index} points={stroke.map((point) => point.join(',')).join(' ')} />
  ))
}
