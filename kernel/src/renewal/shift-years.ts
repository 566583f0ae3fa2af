export type YearShift = { readonly from: number; readonly to: number }

/** A text carried into another year: what it becomes, and the years in it that a person has to look at. */
type ShiftedText = {
  readonly text: string
  /** Spans that were over before the new year began: 运行维护合同（2017—2019年）. */
  readonly over: readonly string[]
  /** Set when the years of a contract run out: in the fourth year of three. */
  readonly contract: { readonly year: number; readonly term: number } | null
}

const DIGITS = '〇一二三四五六七八九'
/** Titles and document numbers keep their years: 《三年行动计划（2018—2020年）》, 〔2019〕12号. */
const KEPT = /《[^《》]{0,200}》|[〔[（(](?:19|20)\d{2}[〕\]）)]\s*第?\d+\s*号/g
const SPAN = /(?<!\d)((?:19|20)\d{2})\s*年?\s*[-—–~～至到]+\s*((?:19|20)\d{2})(?!\d)\s*年?/g
const YEAR = /(?<![\d.])((?:19|20)\d{2})(?!\d)/g
const CHINESE_YEAR = /[一二]九[〇零一二三四五六七八九]{2}年|二[〇零][〇零一二三四五六七八九]{2}年/g
const ORDINAL = /第([一二三四五六七八九]|\d)年/g
const TERM =
  /([二两三四五六]|[2-6])\s*年(?:期|招标|合同|服务期)|(?:合同期|服务期|招标有效期)(?:为|是)?\s*([二两三四五六]|[2-6])\s*年/

/**
 * Years of the old declaration become the new one's: 2020年 → 2021年, and every year of a span or title stays. In a text
 * that counts the years of a contract, 第二年 becomes 第三年.
 */
export function shiftYears(text: string, shift: YearShift, contractWords: readonly string[]): ShiftedText {
  const spans = [...text.matchAll(SPAN)]
  const over = spans.filter(([, , last]) => Number(last) < shift.to).map(([whole]) => whole)
  const isContract = contractWords.some((word) => text.includes(word))
  let reached = 0
  const shifted = outside(text, (part) => {
    const years = part.replace(YEAR, (year) => (Number(year) === shift.from ? String(shift.to) : year))
    const chinese = years.replace(CHINESE_YEAR, (year) => shiftChinese(year, shift))
    if (!isContract) return chinese
    return chinese.replace(ORDINAL, (_whole, ordinal: string) => {
      const next = numberOf(ordinal) + (shift.to - shift.from)
      reached = Math.max(reached, next)
      return `第${/\d/.test(ordinal) ? next : chineseOf(next)}年`
    })
  })
  const term = isContract ? termOf(text) : 0
  return { text: shifted, over, contract: term > 0 && reached > term ? { year: reached, term } : null }
}

/** A day as the form writes it, with its year moved: 2020-01-01, 2020年1月1日, 2020.1. */
export function shiftDay(text: string, { from, to }: YearShift): string {
  return text.replace(YEAR, (year) => String(Number(year) + to - from))
}

/** Titles, document numbers and spans stay as they are. */
function outside(text: string, change: (part: string) => string): string {
  const kept = new RegExp(`${KEPT.source}|${SPAN.source}`, 'g')
  let [result, at] = ['', 0]
  for (const match of text.matchAll(kept)) {
    result += change(text.slice(at, match.index)) + match[0]
    at = match.index + match[0].length
  }
  return result + change(text.slice(at))
}

function shiftChinese(year: string, { from, to }: YearShift): string {
  const digits = [...year.slice(0, 4)].map((digit) => (digit === '零' ? 0 : DIGITS.indexOf(digit)))
  if (Number(digits.join('')) !== from) return year
  return `${[...String(to)].map((digit) => DIGITS[Number(digit)]).join('')}年`
}

function termOf(text: string): number {
  const found = TERM.exec(text)
  return found === null ? 0 : numberOf(found[1] ?? found[2] ?? '')
}

function numberOf(numeral: string): number {
  if (numeral === '两') return 2
  return /\d/.test(numeral) ? Number(numeral) : DIGITS.indexOf(numeral)
}

function chineseOf(value: number): string {
  if (value < 10) return DIGITS[value] ?? String(value)
  return value === 10 ? '十' : `十${DIGITS[value - 10] ?? ''}`
}
