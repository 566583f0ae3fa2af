/** How much room text takes, well enough to size a row; the program that shows the file breaks the lines itself. */

/** Latin letters and figures of a Chinese page are about half as wide as a character. */
const LATIN_EM = 0.55
const MM_PER_PT = 25.4 / 72
/** A line of several may stop early, because 标点 must not begin a line and a word is not cut: half a character each. */
const RAGGED_EM = 0.5

/** Line height of every renderer, as a multiple of the type size. */
export const LINE_HEIGHT = 1.3

/** Text keeps this distance from the lines of its cell. */
export const CELL_INSET_MM = { x: 1, y: 0.8 }

export type TextBox = { readonly widthMm: number; readonly sizePt: number }

export function linesOf(text: string, { widthMm, sizePt }: TextBox): number {
  const roomEm = Math.max(1, widthMm / (sizePt * MM_PER_PT))
  let lines = 0
  for (const paragraph of text.split('\n')) {
    const extent = extentEm(paragraph)
    lines += extent <= roomEm ? 1 : Math.ceil(extent / Math.max(1, roomEm - RAGGED_EM))
  }
  return lines
}

export function textHeightMm(text: string, box: TextBox): number {
  return linesOf(text, box) * box.sizePt * LINE_HEIGHT * MM_PER_PT
}

function extentEm(paragraph: string): number {
  let em = 0
  for (let at = 0; at < paragraph.length; at += 1) em += paragraph.charCodeAt(at) < 0x2000 ? LATIN_EM : 1
  return em
}
