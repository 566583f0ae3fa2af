import type { TargetContext } from '../target.ts'

/** What a list of years promises for one of them; `year` is null where only the project knows which year it is. */
export type YearlyPart = { readonly year: number | 'own' | null; readonly text: string }

const OTHERS = '第[一二三四五六1-6]年度?|首年|次年|上年度?|去年|明年'
const OWN = '本年度?|今年|当年度?'
/** 2024年6月底 and 2024年底 are days, 2021-2023年 and 2023级 name other things. */
const NO_DAY = '(?!\\d{1,2}月|[底末前内初起后级、~至到-]|年|上半年|下半年|第?[一二三四1-4]季度|第?[一二三四]批)'
const LABEL = new RegExp(`(?:^|[,，;；。、\\n])(?:(20\\d{2})年度?|(${OWN})|(?:${OTHERS}))[:：]?${NO_DAY}`, 'g')
const FEWEST_YEARS = 2
const VALUE = /\d|[一二三四五六七八九十百千万两]/

/** 第一年80%，第二年90% · 2023年≥85%；2024年≥90%: one target a year; null when the text is no such list. */
export function yearlyList(folded: string): readonly YearlyPart[] | null {
  const labels = [...folded.matchAll(LABEL)]
  if (labels.length < FEWEST_YEARS || labels[0]?.index !== 0) return null
  const parts = labels.map((label, at): YearlyPart => {
    const [printed, year, own] = label
    const text = folded.slice(label.index + printed.length, labels[at + 1]?.index).replace(/[,，;；。、\n]+$/, '')
    return { year: year === undefined ? (own === undefined ? null : 'own') : Number(year), text }
  })
  return parts.every(({ text }) => VALUE.test(text)) ? parts : null
}

/** The target of the row's own year; null when nobody can tell which one it is. */
export function targetOfYear(parts: readonly YearlyPart[], { fiscalYear }: TargetContext): string | null {
  const own = parts.filter(({ year }) => year === 'own' || (year !== null && year === fiscalYear))
  return own.length === 1 ? (own[0]?.text ?? null) : null
}

const MANY_YEARS =
  /(?:[两二三四五六七八九十]|[2-9]|10)年(?:内|期间?|来)?(?:累计|合计|总计)|^(?:前|近|今后|未来)(?:[两二三四五]|[2-5])年/

/** 三年累计≥100人: what several years reach together says nothing of one. */
export function spansYears(folded: string): boolean {
  return MANY_YEARS.test(folded)
}
