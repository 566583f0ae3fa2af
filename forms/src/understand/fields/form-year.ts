import { loneText, type SheetItem } from '../cells/sheet.ts'

const YEAR =
  /[（(]\s*((?:19|20)\d{2})\s*(?:年度?)?\s*[）)]|((?:19|20)\d{2})\s*年度|((?:19|20)\d{2})年[^。]{0,30}(?:绩效|自评)/
const LONGEST = 400

/** The fiscal year in the lines and headings of a form. */
export function findYear(items: readonly SheetItem[]): number | null {
  for (const item of items) {
    const text = loneText(item)
    if (text === null || text.length > LONGEST) continue
    const [, bracketed, ofYear, titled] = YEAR.exec(text) ?? []
    const year = bracketed ?? ofYear ?? titled
    if (year !== undefined) return Number.parseInt(year, 10)
  }
  return null
}
