/**
 * The text of a template's cell or paragraph: fixed words with placeholders.
 *
 * `{project}` `{unit}` `{year}` `{moneyUnit}` `{fields.项目概况}` `{money.fiscal.upper}` `{totals.score}`: what the form
 * says there. `{.level3}` `{.phases.实施阶段}`: the same of the item a repeat row or table is drawn for; `{#}`: its number.
 *
 * `{address|format}` names how the value is printed:
 *
 *     fixed      two decimals at least: 15000.00      date       2021-01-01 as 2021年1月1日
 *     grouped    the same with commas: 4,768,009.00   sign-date  the same, 年 月 日 to write on when blank
 *     percent    98.88%                               box, mark  a flag as ☑ □ or as √ ×
 *     line       the text, or a line to write on when blank
 *
 * `{fields.项目类别=经常性项目|box}`: whether this option of a choice is ticked.
 */
type TextPart = { readonly kind: 'fixed'; readonly text: string } | Placeholder

export type Placeholder = {
  readonly kind: 'placeholder'
  readonly address: string
  readonly option: string | null
  readonly format: ValueFormat
  /** As the template writes it, for naming it in a problem. */
  readonly written: string
}

const VALUE_FORMATS = ['plain', 'fixed', 'grouped', 'percent', 'date', 'sign-date', 'line', 'box', 'mark'] as const
export type ValueFormat = (typeof VALUE_FORMATS)[number]

const PLACEHOLDER = /\{([^{}=|]+)(?:=([^{}|]+))?(?:\|([a-z-]+))?\}/g

export function parseCellText(text: string): TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (match.index > end) parts.push({ kind: 'fixed', text: text.slice(end, match.index) })
    parts.push(toPlaceholder(match))
    end = match.index + match[0].length
  }
  if (end < text.length) parts.push({ kind: 'fixed', text: text.slice(end) })
  return parts
}

function toPlaceholder([written, address = '', option, format]: RegExpExecArray): Placeholder {
  const known = VALUE_FORMATS.find((it) => it === format)
  // An unknown format stays in the address, where checkTemplate names the whole placeholder as unknown.
  const unknown = format !== undefined && known === undefined
  return {
    kind: 'placeholder',
    address: unknown ? `${address}|${format}` : address,
    option: option ?? null,
    format: known ?? 'plain',
    written,
  }
}
