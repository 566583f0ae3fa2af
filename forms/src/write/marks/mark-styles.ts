import { attribute } from './workbook-parts.ts'

/** Light red, as spreadsheets mark a bad cell. */
const FILL =
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/><bgColor indexed="64"/></patternFill></fill>'
const FILLS = /<fills\b[^>]*>([\s\S]*?)<\/fills>/
const CELL_STYLES = /<cellXfs\b[^>]*>([\s\S]*?)<\/cellXfs>/
const CELL_STYLE = /<xf\b[^>]*\/>|<xf\b[^>]*>[\s\S]*?<\/xf>/g

/** The styles of a workbook with a marked twin for every style that is asked for. */
export type MarkedStyles = {
  /** The number of the style that looks like `style` and is marked. */
  readonly markedTwin: (style: number) => number
  readonly written: () => string
}

export function markedStyles(xml: string): MarkedStyles | null {
  const [fills, styles] = [FILLS.exec(xml)?.[1], CELL_STYLES.exec(xml)?.[1]]
  if (fills === undefined || styles === undefined) return null
  const fillId = fills.match(/<fill\b/g)?.length ?? 0
  const known = styles.match(CELL_STYLE) ?? []
  const twins = new Map<number, number>()
  const added: string[] = []

  function markedTwin(style: number): number {
    const ready = twins.get(style)
    if (ready !== undefined) return ready
    added.push(marked(known[style] ?? '<xf numFmtId="0" fontId="0" borderId="0" xfId="0"/>', fillId))
    const twin = known.length + added.length - 1
    twins.set(style, twin)
    return twin
  }
  return {
    markedTwin,
    written: () =>
      xml
        .replace(FILLS, () => `<fills count="${fillId + 1}">${fills}${FILL}</fills>`)
        .replace(CELL_STYLES, () => {
          return `<cellXfs count="${known.length + added.length}">${styles}${added.join('')}</cellXfs>`
        }),
  }
}

function marked(style: string, fillId: number): string {
  const [head = '', attributes = '', end = ''] = /^<xf\b([^>]*?)(\/?>)/.exec(style) ?? []
  const kept = ['fillId', 'applyFill'].reduce((text, name) => {
    return attribute(text, name) === null
      ? text
      : text.replace(new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), '')
  }, attributes)
  return `<xf${kept} fillId="${fillId}" applyFill="1"${end}${style.slice(head.length)}`
}
