import { useRef } from 'react'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  pad: { zh: '在此手写签名', en: 'Sign here' },
  signature: { zh: '{name} 的签名', en: 'Signature of {name}' },
} as const

export type Point = [x: number, y: number]
export type Stroke = Point[]

const WIDTH = 600
const HEIGHT = 200

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
    const box = event.currentTarget.getBoundingClientRect()
    const point: Point = [
      within(((event.clientX - box.left) / box.width) * WIDTH, WIDTH),
      within(((event.clientY - box.top) / box.height) * HEIGHT, HEIGHT),
    ]
    onChange((drawn) => {
      const last = drawn.at(-1)
      return begins || last === undefined ? [...drawn, [point]] : [...drawn.slice(0, -1), [...last, point]]
    })
  }
  return (
    <svg
      className="signature-pad"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
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
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
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

function within(value: number, limit: number): number {
  return Math.round(Math.min(limit, Math.max(0, value)))
}
