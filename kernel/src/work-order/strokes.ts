/** A signature is strokes of points on a field of so many points, whatever it is drawn and shown on. */
export const PAD_WIDTH = 600
export const PAD_HEIGHT = 200

export type Point = [x: number, y: number]
export type Stroke = Point[]

type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
type Place = { readonly clientX: number; readonly clientY: number }

/** Where on the field a finger, pen or mouse is; beyond its edge it is at the edge. */
export function pointOnPad({ clientX, clientY }: Place, { left, top, width, height }: Box): Point {
  return [
    within(((clientX - left) / width) * PAD_WIDTH, PAD_WIDTH),
    within(((clientY - top) / height) * PAD_HEIGHT, PAD_HEIGHT),
  ]
}

/** The strokes with one more point: of a new stroke, or of the one being drawn. */
export function drawOn(strokes: readonly Stroke[], point: Point, begins: boolean): Stroke[] {
  const last = strokes[strokes.length - 1]
  return begins || last === undefined ? [...strokes, [point]] : [...strokes.slice(0, -1), [...last, point]]
}

/** A tap without a line is no stroke. */
export function drawnStrokes(strokes: readonly Stroke[]): Stroke[] {
  return strokes.filter((stroke) => stroke.length > 1)
}

function within(value: number, limit: number): number {
  return Math.round(Math.min(limit, Math.max(0, value)))
}
