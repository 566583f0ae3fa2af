import { drawOn, PAD_HEIGHT, PAD_WIDTH, pointOnPad, type Stroke } from '@shiji/kernel/work-order/strokes'
import { useRef } from 'react'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  pad: { zh: '在此手写签名', en: 'Sign here' },
  signature: { zh: '{name} 的签名', en: 'Signature of {name}' },
} as const

type SignaturePadProps = {
  readonly strokes: readonly Stroke[]
  /** Told how to change what is drawn: a fast hand moves more than once between two drawings of the page. */
  readonly onChange: (draw: (strokes: Stroke[]) => Stroke[]) => void
}

/** A field to sign on with finger, pen or mouse; what is drawn are strokes of points, not a picture. */
export function SignaturePad({ strokes, onChange }: SignaturePadProps) {
  const say = useWords(WORDS)
  const isDown = useRef(false)
  const draw = (event: React.PointerEvent<SVGSVGElement>, begins: boolean) => {
    const point = pointOnPad(event, event.currentTarget.getBoundingClientRect())
    onChange((drawn) => drawOn(drawn, point, begins))
  }
  return (
    <svg
      className="signature-pad"
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
      <Lines strokes={strokes} />
    </svg>
  )
}

export function SignatureDrawing({ strokes, name }: { readonly strokes: readonly Stroke[]; readonly name: string }) {
  const say = useWords(WORDS)
  return (
    <svg
      className="signature-drawing"
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
