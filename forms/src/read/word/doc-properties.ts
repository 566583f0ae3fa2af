/**
 * Property runs of a binary Word file ([MS-DOC] 2.4.6): pages of 512 bytes say for stretches of the stream which
 * properties ("sprms") differ from the style.
 */
export type PropertyRun = { readonly from: number; readonly to: number; readonly sprms: ReadonlyMap<number, DataView> }

const PAGE = 512
const DEFINE_TABLE = 0xd608
const CHANGE_TABS = 0xc615
/** A file of the allowed size holds fewer pages of properties than this. */
const MOST_PAGES = 65_536
const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, 0, 3] as const

type Source = { readonly stream: DataView; readonly index: DataView; readonly kind: 'paragraph' | 'character' }

/** All runs in stream order. `index` is the list of pages (PlcBtePapx, PlcBteChpx). */
export function propertyRuns({ stream, index, kind }: Source): PropertyRun[] {
  const pages = Math.min(Math.floor((index.byteLength - 4) / 8), MOST_PAGES)
  const runs: PropertyRun[] = []
  for (let page = 0; page < pages; page += 1) {
    const number = index.getUint32((pages + 1) * 4 + page * 4, true) & 0x3fffff
    if ((number + 1) * PAGE > stream.byteLength) continue
    runs.push(...runsOfPage(part(stream, number * PAGE, PAGE), kind))
  }
  return runs.sort((one, other) => one.from - other.from)
}

export function runAt(runs: readonly PropertyRun[], position: number): PropertyRun | null {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.from ?? 0) <= position) low = middle + 1
    else high = middle
  }
  const run = runs[low - 1]
  return run && position < run.to ? run : null
}

/** Where a group too long for its page stands in the data stream: sprmPHugePapx and sprmPTableProps. */
const KEPT_ELSEWHERE = [0x6646, 0x646b] as const

/** The run with the properties that wide table rows keep in the data stream. */
export function withKeptElsewhere(run: PropertyRun | null, data: DataView): PropertyRun | null {
  const places = KEPT_ELSEWHERE.flatMap((code) => run?.sprms.get(code) ?? []).filter(
    ({ byteLength }) => byteLength >= 4,
  )
  if (run === null || places.length === 0) return run
  const sprms = new Map(run.sprms)
  for (const place of places) {
    const at = place.getUint32(0, true)
    if (at + 2 > data.byteLength) continue
    for (const [code, operand] of readSprms(part(data, at + 2, data.getUint16(at, true)))) sprms.set(code, operand)
  }
  return { ...run, sprms }
}

function runsOfPage(page: DataView, kind: Source['kind']): PropertyRun[] {
  const count = page.getUint8(PAGE - 1)
  const entry = kind === 'paragraph' ? 13 : 1
  if ((count + 1) * 4 + count * entry > PAGE) return []
  return Array.from({ length: count }, (_, run) => {
    const offset = page.getUint8((count + 1) * 4 + run * entry) * 2
    return {
      from: page.getUint32(run * 4, true),
      to: page.getUint32((run + 1) * 4, true),
      sprms:
        offset === 0
          ? new Map()
          : readSprms(kind === 'paragraph' ? paragraphGroup(page, offset) : characterGroup(page, offset)),
    }
  })
}

/** The group begins with the number of the paragraph's style, which is of no use here. */
function paragraphGroup(page: DataView, offset: number): DataView {
  const words = page.getUint8(offset)
  return words === 0 ? part(page, offset + 4, page.getUint8(offset + 1) * 2 - 2) : part(page, offset + 3, words * 2 - 3)
}

function characterGroup(page: DataView, offset: number): DataView {
  return part(page, offset + 1, page.getUint8(offset))
}

/** A list of properties: a code and an operand each; the code tells the operand's length. */
function readSprms(group: DataView): Map<number, DataView> {
  const sprms = new Map<number, DataView>()
  let at = 0
  while (at + 2 < group.byteLength) {
    const code = group.getUint16(at, true)
    const { start, length } = operandOf(group, at + 2, code)
    sprms.set(code, part(group, start, length))
    at = start + length
  }
  return sprms
}

function operandOf(group: DataView, at: number, code: number): { start: number; length: number } {
  if (code === DEFINE_TABLE) {
    return at + 2 <= group.byteLength
      ? { start: at + 2, length: Math.max(0, group.getUint16(at, true) - 1) }
      : { start: at, length: 2 }
  }
  const kind = code >> 13
  if (kind !== 6) return { start: at, length: OPERAND_BYTES[kind] ?? 1 }
  const length = group.getUint8(at)
  return { start: at + 1, length: code === CHANGE_TABS && length === 255 ? group.byteLength : length }
}

/** A part of a view, cut off at the view's end. */
export function part(view: DataView, start: number, length: number): DataView {
  const from = Math.min(Math.max(0, start), view.byteLength)
  const bytes = Math.min(Math.max(0, length), view.byteLength - from)
  return new DataView(view.buffer, view.byteOffset + from, bytes)
}
