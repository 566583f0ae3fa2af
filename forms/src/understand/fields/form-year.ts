import { fold, foldLabel } from '../cells/cell-text.ts'
import { filledCells, loneText, type SheetItem } from '../cells/sheet.ts'

const YEAR =
  /[（(]\s*((?:19|20)\d{2})\s*(?:年度?)?\s*[）)]|((?:19|20)\d{2})\s*年度|((?:19|20)\d{2}(?:(?<=^.{4})\s)?)年[^。]{0,30}(?:绩效|自评)/
/** 2 0 2 4 年 度: blanks that only spread the letters. */
const SPREAD_DIGITS = /\b\d \d \d \d\b/
const LONGEST = 400
const LONGEST_FIELD = 40

const YEAR_LABEL = /^(?:预算|评价|申报|填报|所属|项目|考核|自评)?(?:年度|年份)$/
const YEAR_VALUE = /^((?:19|20)\d{2})年?度?$/
const YEAR_LINE = /^(?:预算|评价|申报|填报|所属|项目|考核|自评)?(?:年度|年份)[:：]((?:19|20)\d{2})年?度?$/

/** The fiscal year in the lines and headings of a form, else in a field of its own (预算年度). */
export function findYear(items: readonly SheetItem[]): number | null {
  for (const item of items) {
    const printed = loneText(item)?.normalize('NFKC') ?? null
    const text = printed !== null && SPREAD_DIGITS.test(printed) ? fold(printed) : printed
    if (text === null || text.length > LONGEST) continue
    const [, bracketed, ofYear, titled] = YEAR.exec(text) ?? []
    const year = bracketed ?? ofYear ?? titled
    if (year !== undefined) return Number.parseInt(year, 10)
  }
  return items.map(yearOfField).find((year) => year !== null) ?? null
}

function yearOfField(item: SheetItem): number | null {
  const lines = item.kind === 'text' ? [item.text] : filledCells(item).map(({ text }) => text)
  const texts = lines.flatMap((line) => line.split(/\s{2,}|\n|\s(?=[^\s:：]{2,10}[:：])/))
  for (const [at, text] of texts.entries()) {
    if (text.length > LONGEST_FIELD) continue
    const next = texts[at + 1] ?? ''
    const [, inLine] = YEAR_LINE.exec(fold(text)) ?? []
    const [, beside] = YEAR_LABEL.test(foldLabel(text)) ? (YEAR_VALUE.exec(fold(next)) ?? []) : []
    const year = inLine ?? beside
    if (year !== undefined) return Number.parseInt(year, 10)
  }
  return null
}
