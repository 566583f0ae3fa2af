import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { IDENTITY, type Matrix, matrixOf, multiply, transform } from './pdf-matrix.ts'

/** A letter where it stands on the page; the origin is the top left corner, lengths are points. */
export type Glyph = {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly size: number
}

/** A straight line along one axis: `at` on the other axis, `from` and `to` along its own. */
export type Ruling = { readonly at: number; readonly from: number; readonly to: number }

export type PageMarks = {
  readonly glyphs: readonly Glyph[]
  readonly horizontals: readonly Ruling[]
  readonly verticals: readonly Ruling[]
}

export type Operators = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }

/** What a font tells beyond its name: how its units become points, and whether it is set from top to bottom. */
export type FontFacts = { readonly unit: number; readonly vertical: boolean }

type State = {
  matrix: Matrix
  lineWidth: number
  font: FontFacts
  size: number
  direction: 1 | -1
  stretch: number
  letterSpacing: number
  wordSpacing: number
  rise: number
  leading: number
}

type ShownGlyph = { readonly unicode: string; readonly width: number; readonly isSpace: boolean }

/** Lines thicker than this are bars and backgrounds. */
const THICKEST_RULING = 3.5
const AXIS_TOLERANCE = 0.6
const MOVE = 0
const LINE = 1
const CURVE = 2
const QUADRATIC = 3

/** Goes over the drawing operators of a page and keeps letters and straight lines. */
export class MarkCollector {
  readonly glyphs: Glyph[] = []
  readonly horizontals: Ruling[] = []
  readonly verticals: Ruling[] = []
  readonly #page: Matrix
  readonly #fontFacts: (name: string) => FontFacts
  readonly #saved: State[] = []
  #state: State
  #text: Matrix = IDENTITY
  #x = 0
  #y = 0
  #lineX = 0
  #lineY = 0

  constructor(page: Matrix, fontFacts: (name: string) => FontFacts) {
    this.#page = page
    this.#fontFacts = fontFacts
    this.#state = initialState(page)
  }

  collect({ fnArray, argsArray }: Operators): PageMarks {
    fnArray.forEach((operator, index) => {
      const given = argsArray[index]
      const args = Array.isArray(given) ? (given as readonly unknown[]) : []
      if (!this.#graphics(operator, args) && !this.#textState(operator, args)) this.#textPlace(operator, args)
    })
    return this
  }

  #graphics(operator: number, args: readonly unknown[]): boolean {
    switch (operator) {
      case OPS.save:
      case OPS.beginGroup:
        this.#saved.push({ ...this.#state })
        return true
      case OPS.restore:
      case OPS.endGroup:
      case OPS.paintFormXObjectEnd:
      case OPS.endAnnotation:
        this.#state = this.#saved.pop() ?? this.#state
        return true
      case OPS.transform:
        this.#apply(args)
        return true
      case OPS.paintFormXObjectBegin:
        this.#saved.push({ ...this.#state })
        this.#apply(numbers(args[0]))
        return true
      case OPS.beginAnnotation:
        this.#saved.push({ ...this.#state })
        this.#state.matrix = this.#page
        this.#apply(numbers(args[2]))
        this.#apply(numbers(args[3]))
        return true
      case OPS.setLineWidth:
        this.#state.lineWidth = numberOf(args[0])
        return true
      case OPS.constructPath:
        this.#path(numberOf(args[0]), Array.isArray(args[1]) ? numbers(args[1][0]) : [])
        return true
      default:
        return false
    }
  }

  #textState(operator: number, args: readonly unknown[]): boolean {
    const state = this.#state
    switch (operator) {
      case OPS.setFont: {
        const size = numberOf(args[1])
        state.font = this.#fontFacts(String(args[0]))
        state.size = Math.abs(size)
        state.direction = size < 0 ? -1 : 1
        return true
      }
      case OPS.setCharSpacing:
        state.letterSpacing = numberOf(args[0])
        return true
      case OPS.setWordSpacing:
        state.wordSpacing = numberOf(args[0])
        return true
      case OPS.setHScale:
        state.stretch = numberOf(args[0]) / 100
        return true
      case OPS.setTextRise:
        state.rise = numberOf(args[0])
        return true
      case OPS.setLeading:
        state.leading = -numberOf(args[0])
        return true
      default:
        return false
    }
  }

  #textPlace(operator: number, args: readonly unknown[]): void {
    switch (operator) {
      case OPS.beginText:
        this.#text = IDENTITY
        this.#startLine(0, 0)
        return
      case OPS.setTextMatrix:
        this.#text = matrixOf(typeof args[0] === 'number' ? numbers(args) : numbers(args[0]))
        this.#startLine(0, 0)
        return
      case OPS.setLeadingMoveText:
        this.#state.leading = numberOf(args[1])
        this.#startLine(this.#lineX + numberOf(args[0]), this.#lineY + numberOf(args[1]))
        return
      case OPS.moveText:
        this.#startLine(this.#lineX + numberOf(args[0]), this.#lineY + numberOf(args[1]))
        return
      case OPS.nextLine:
        this.#startLine(this.#lineX, this.#lineY + this.#state.leading)
        return
      case OPS.showText:
        if (Array.isArray(args[0])) this.#show(args[0])
        return
      default:
    }
  }

  #startLine(x: number, y: number): void {
    this.#x = x
    this.#y = y
    this.#lineX = x
    this.#lineY = y
  }

  #show(shown: readonly unknown[]): void {
    const { size, direction, stretch, letterSpacing, wordSpacing, font } = this.#state
    for (const item of shown) {
      if (typeof item === 'number') {
        this.#advance((-item * size) / 1_000, stretch)
      } else if (isGlyph(item)) {
        const spacing = (letterSpacing + (item.isSpace ? wordSpacing : 0)) * direction
        const width = font.vertical ? size : item.width * size * font.unit
        this.#place(item.unicode, width * direction * stretch)
        this.#advance(width * direction + spacing, stretch)
      }
    }
  }

  #advance(length: number, stretch: number): void {
    if (this.#state.font.vertical) this.#y -= length
    else this.#x += length * stretch
  }

  #place(text: string, width: number): void {
    const { matrix, rise, size } = this.#state
    const shape = multiply(matrix, this.#text)
    const [startX, startY] = transform(shape, this.#x, this.#y + rise)
    const [endX] = transform(shape, this.#x + width, this.#y + rise)
    const height = size * Math.hypot(shape[2], shape[3])
    const left = Math.min(startX, endX)
    this.glyphs.push({ text, left, right: Math.max(startX, endX), baseline: startY, size: height })
  }

  #apply(values: readonly unknown[]): void {
    if (values.length >= 6) this.#state.matrix = multiply(this.#state.matrix, matrixOf(numbers(values)))
  }

  /** `data` is a flat list: an operation and its coordinates, again and again. */
  #path(paint: number, data: readonly number[]): void {
    const isStroked = STROKES.has(paint)
    if (!isStroked && !FILLS.has(paint)) return
    const outline: [number, number][] = []
    const finish = () => {
      if (isStroked) this.#strokeOutline(outline)
      else this.#fillOutline(outline)
      outline.length = 0
    }
    let at = 0
    while (at < data.length) {
      const operation = data[at]
      const length =
        operation === MOVE || operation === LINE ? 2 : operation === CURVE ? 6 : operation === QUADRATIC ? 4 : 0
      if (operation === MOVE) finish()
      if (length > 0) outline.push(transform(this.#state.matrix, data[at + length - 1] ?? 0, data[at + length] ?? 0))
      else if (outline[0]) outline.push(outline[0])
      at += length + 1
    }
    finish()
  }

  #strokeOutline(outline: readonly [number, number][]): void {
    const scale = Math.sqrt(
      Math.abs(this.#state.matrix[0] * this.#state.matrix[3] - this.#state.matrix[1] * this.#state.matrix[2]),
    )
    if (this.#state.lineWidth * scale > THICKEST_RULING) return
    outline.forEach(([x2, y2], index) => {
      const [x1, y1] = outline[index - 1] ?? [x2, y2]
      if (Math.abs(y1 - y2) <= AXIS_TOLERANCE) this.#keep(this.horizontals, (y1 + y2) / 2, [x1, x2])
      if (Math.abs(x1 - x2) <= AXIS_TOLERANCE) this.#keep(this.verticals, (x1 + x2) / 2, [y1, y2])
    })
  }

  /** Word draws its borders as thin filled rectangles. */
  #fillOutline(outline: readonly [number, number][]): void {
    if (outline.length < 3 || outline.length > 6) return
    const xs = outline.map(([x]) => x)
    const ys = outline.map(([, y]) => y)
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
    if (bottom - top <= THICKEST_RULING) this.#keep(this.horizontals, (top + bottom) / 2, [left, right])
    if (right - left <= THICKEST_RULING) this.#keep(this.verticals, (left + right) / 2, [top, bottom])
  }

  #keep(rulings: Ruling[], at: number, [one, other]: readonly [number, number]): void {
    if (Number.isFinite(at) && one !== other) {
      rulings.push({ at, from: Math.min(one, other), to: Math.max(one, other) })
    }
  }
}

const STROKES = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])
const FILLS = new Set<number>([OPS.fill, OPS.eoFill])

function initialState(matrix: Matrix): State {
  return {
    matrix,
    lineWidth: 1,
    font: { unit: 0.001, vertical: false },
    size: 0,
    direction: 1,
    stretch: 1,
    letterSpacing: 0,
    wordSpacing: 0,
    rise: 0,
    leading: 0,
  }
}

function isGlyph(item: unknown): item is ShownGlyph {
  return typeof item === 'object' && item !== null && 'unicode' in item && 'width' in item
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0
}

function numbers(values: unknown): number[] {
  return values && typeof values === 'object' ? Array.from(values as ArrayLike<unknown>, numberOf) : []
}
