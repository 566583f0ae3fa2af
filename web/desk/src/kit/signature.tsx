import { drawOn, PAD_HEIGHT, PAD_WIDTH, pointOnPad, type Stroke } from '@shiji/kernel/work-order/strokes'
import { type PointerEvent, useRef } from 'react'

type SignatureProps = {
  /** What it is, for those who do not see it. */
  readonly label: string
  readonly className: string
  readonly strokes: readonly Stroke[]
}

type SignaturePadProps = SignatureProps & {
  /** Told how to change what is drawn: a fast hand moves more than once between two drawings of the page. */
  readonly onChange: (draw: (strokes: readonly Stroke[]) => Stroke[]) => void
}

/** A field to sign on with finger, pen or mouse, at the desk and on the phone; what is drawn are strokes of points, not a picture. */
export function SignaturePad({ label, className, strokes, onChange }: SignaturePadProps) {
  const isDown = useRef(false)
  const draw = (event: PointerEvent<SVGSVGElement>, begins: boolean) => {
    const point = pointOnPad(event, event.currentTarget.getBoundingClientRect())
    onChange((drawn) => drawOn(drawn, point, begins))
  }
  return (
    <svg
      className={className}
      viewBox={`0 0 ${PAD_WIDTH} ${PAD_HEIGHT}`}
      role="img"
      aria-label={label}
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

export function SignatureDrawing({ label, className, strokes }: SignatureProps) {
  return (
    <svg className={className} viewBox={`0 0 ${PAD_WIDTH} ${PAD_HEIGHT}`} role="img" aria-label={label}>
      <Lines strokes={strokes} />
    </svg>
  )
}

function Lines({ strokes }: Pick<SignatureProps, 'strokes'>) {
  return strokes.map((stroke, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: strokes are only added at the end.
    <polyline key={index} points={stroke.map((point) => point.join(',')).join(' ')} />
  ))
}
