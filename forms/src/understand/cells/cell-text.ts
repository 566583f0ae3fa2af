const CHECKBOX = /<input\b([^<>]{0,400})>/gi
const BLOCK_TAG = /<\/?(?:p|br|div|li|ul|ol|tr|h[1-6])\b[^<>]{0,400}>/gi
const TAG = /<\/?[a-z][^<>]{0,400}>/gi
const ENTITY = /&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,8}));/gi
const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  ensp: ' ',
  emsp: ' ',
  le: '≤',
  ge: '≥',
  times: '×',
  ldquo: '“',
  rdquo: '”',
}
const HIGHEST_CODE_POINT = 0x10ffff
const CJK = '\\u3400-\\u9fff\\u3001-\\u301b\\uff00-\\uffef“”'
const WRAP_INSIDE_CHINESE = new RegExp(`([${CJK}])\\n(?=[${CJK}])`, 'g')
const WRAP_BESIDE_FIGURE = /([\d%‰≥≤=<>])\n(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff≥≤=<>])\n(?=\d)/g
const WRAP_OF_WORDS = /(?<!\d[,.]?)\n|\n(?![.,]?\d)/g
const SPACE_INSIDE_WORD = /([\u3400-\u9fff])[ \t\u3000]+(?=[\u3400-\u9fff])/g

/** What a person reads in a cell: markup pasted from a browser is gone, boxes are □ ☑, paragraphs part with `\n`. */
export function cleanCell(raw: string): string {
  const plain = raw.includes('<') || raw.includes('&') ? decodeEntities(dropTags(raw)) : raw
  return plain
    .split(/\r\n|\n|\r/)
    .map((line) => line.replaceAll('\u00a0', ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** A text wrapped over lines of a narrow column, on one line again. Whether two figures are one is not told here: ≥9⏎5%. */
export function joinWrapped(text: string): string {
  return text.replace(WRAP_INSIDE_CHINESE, '$1').replace(WRAP_BESIDE_FIGURE, '$1').replace(WRAP_OF_WORDS, ' ')
}

/** The name without the blanks that a line wrap left inside its words, as a proposal to the person. */
export function withoutInnerBlanks(text: string): string {
  return text.replace(SPACE_INSIDE_WORD, '$1')
}

/** Widths of letters and blanks do not matter when texts are compared. */
export function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}

const LABEL_TAIL =
  /(?:[:*＊]|\((?:盖章|公章|签字|签章|盖公章|元|万元|单位:万元|单位:元|[A-Z](?:\/[A-Z])?|\d{1,3}分|分|%)\))$/
const LABEL_TAILS = 4

/** A label as it is looked up: no blanks, no colon, star, (盖章), (万元), (A), (10分) at its end. */
export function foldLabel(text: string): string {
  let label = fold(text)
  for (let strip = 0; strip < LABEL_TAILS && LABEL_TAIL.test(label); strip += 1) label = label.replace(LABEL_TAIL, '')
  return label.startsWith('*') || label.startsWith('★') ? label.slice(1) : label
}

const NUMBERING =
  /^(?:其中:?)?(?:\((?:[一二三四五六七八九十]|\d{1,2})\)|(?:\d{1,2}\.){1,3}\d{1,2}[、.]?(?=[\u3400-\u9fff])|(?:[一二三四五六七八九十]{1,2}|\d{1,2})[、.,)])?/

/** `其中：1.上级财政拨款` → `上级财政拨款`, `1.1数量指标` → `数量指标`. */
export function dropNumbering(label: string): string {
  return label.replace(NUMBERING, '')
}

function dropTags(raw: string): string {
  return raw
    .replace(CHECKBOX, (_, attributes: string) => boxOf(attributes))
    .replace(BLOCK_TAG, '\n')
    .replace(TAG, '')
}

function boxOf(attributes: string): string {
  if (!/checkbox|radio/i.test(attributes)) return ''
  return /\bchecked\b/i.test(attributes) ? '☑' : '□'
}

function decodeEntities(text: string): string {
  return text.replace(ENTITY, (whole, tens?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole
    const code = tens !== undefined ? Number.parseInt(tens, 10) : Number.parseInt(hex ?? '', 16)
    return code > 0 && code <= HIGHEST_CODE_POINT ? String.fromCodePoint(code) : whole
  })
}
