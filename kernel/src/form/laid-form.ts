/**
 * A form laid out in millimetres and filled: what the four renderers draw and nothing more. Every renderer draws the
 * same blocks, cells and merges, so layout equality is a test.
 */
export type LaidForm = {
  readonly title: string
  readonly page: PageSetup
  readonly blocks: readonly LaidBlock[]
}

/** All lengths in millimetres. */
export type PageSetup = {
  readonly widthMm: number
  readonly heightMm: number
  readonly marginsMm: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
}

export type LaidBlock =
  | { readonly kind: 'paragraph'; readonly text: string; readonly style: TextStyle; readonly bind: string | null }
  | LaidTable
  | { readonly kind: 'page-break' }

export type LaidTable = {
  readonly kind: 'table'
  readonly columnsMm: readonly number[]
  /** The first rows, repeated at the top of every further page. */
  readonly headRows: number
  readonly rows: readonly LaidRow[]
}

export type LaidRow = { readonly minHeightMm: number; readonly cells: readonly LaidCell[] }

/** A cell stands in the row its top edge belongs to; covered grid places have no cell. */
export type LaidCell = {
  readonly column: number
  readonly colSpan: number
  readonly rowSpan: number
  /** `\n` separates paragraphs; boxes are □ ☑, marks √ ×. */
  readonly text: string
  readonly style: TextStyle
  readonly value: CellValue
  /** Address of the content shown (`indicators[3].target`), null for fixed text. */
  readonly bind: string | null
}

/** How a spreadsheet should keep the cell: long digits (phones, codes) are always text. */
export type CellValue =
  | { readonly kind: 'text' }
  | { readonly kind: 'number'; readonly decimal: string; readonly places: number }

/** The type families of official forms; a renderer maps each to a stack of font names. */
export type FontRole = '宋体' | '黑体' | '仿宋' | '楷体' | '小标宋'

export type TextStyle = {
  readonly font: FontRole
  readonly sizePt: number
  readonly bold: boolean
  readonly align: 'left' | 'center' | 'right' | 'justify'
  readonly valign: 'top' | 'middle' | 'bottom'
  /** Borders drawn around a cell; paragraphs ignore it. */
  readonly border: 'all' | 'none'
}
