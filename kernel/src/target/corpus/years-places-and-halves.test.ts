import { expect, test } from 'vitest'
import { parseTarget } from '../parse-target.ts'
import { printsBack, readingOf } from './reading-line.ts'

/** Values told in words instead of numbers, days from which something runs, and targets of several years. */
const TEXTS: readonly (readonly [text: string, reading: string])[] = [
  ['半数以上', 'number ge 50 %'],
  ['一半及以上', 'number ge 50 %'],
  ['不少于一半', 'number ge 50 %'],
  ['超过一半', 'number gt 50 %'],
  ['过半数', 'number gt 50 %'],
  ['超半数', 'number gt 50 %'],
  ['半数以上学校达标', 'number ge 50 %'],
  ['经半数通过', 'grade 经半数通过'],
  ['工作过半', 'grade 工作过半'],
  ['排名不低于第10名', 'number le 10 名'],
  ['不低于全省第8位', 'number le 8 位'],
  ['全省第3位以内', 'number le 3 位'],
  ['第二名及以上', 'number le 2 名'],
  ['位列全国第五名', 'number le 5 名'],
  ['第1名', 'grade 第1名'],
  ['过半', 'grade 过半'],
  ['前10名', 'number le 10 名'],
  ['进入前三', 'number le 3'],
  ['第十名以后', 'grade 第十名以后'],
  ['提前10天完成', 'number ge 10 天'],
  ['至少提前5个工作日', 'number ge 5 工作日'],
  ['提前完成', 'grade 提前完成'],
  ['2024年3月1日后', 'grade 2024年3月1日后'],
  ['2024年9月起', 'grade 2024年9月起'],
  ['自2024年9月起实施', 'grade 自2024年9月起实施'],
  ['2024年1月起至12月', 'deadline 2024-12-31'],
  ['一年一检', 'frequency eq 1 次 per year'],
  ['一月一调度', 'frequency eq 1 次 per month'],
  ['一季度一督导', 'frequency eq 1 次 per quarter'],
  ['一年两检', 'frequency eq 2 次 per year'],
  ['一月一日', 'deadline 01-01'],
  ['一校一案', 'grade 一校一案'],
  ['光缆96芯', 'number eq 96 芯'],
  ['抗菌药物使用强度≤40DDDs', 'number le 40 DDDs'],
  ['三年累计≥100人', 'unreadable over-years'],
  ['前三年每年≥20人', 'unreadable over-years'],
  ['全年累计≥100人', 'frequency ge 100 人 per year'],
  ['第1年80%，第2年90%，第3年100%', 'unreadable years-listed'],
  ['首年完成40%，次年完成60%', 'unreadable years-listed'],
  ['2022年≥85%；2023年≥90%；2024年≥95%', 'unreadable years-listed'],
  ['当年30%，次年70%', 'number eq 30 %'],
  ['上年85%，本年≥90%', 'number ge 90 %'],
  ['2024年6月底前完成设计，2025年6月底前完成施工', 'deadline 2024-06-30 完成设计 | deadline 2025-06-30 完成施工'],
]

test.each(TEXTS)('%j is read', (text, reading) => {
  const target = parseTarget(text)
  expect([readingOf(target), printsBack(target)]).toEqual([reading, true])
})

/** The year of the form tells which target of a list counts. */
test.each([
  ['2022年≥85%；2023年≥90%；2024年≥95%', 2023, 'number ge 90 %'],
  ['2024年：50%，2025年：100%', 2025, 'number eq 100 %'],
  ['2023年度120场，2024年度150场', 2024, 'number eq 150 场'],
  ['2023年度120场，2024年度150场', 2026, 'unreadable years-listed'],
  ['第1年80%，第2年90%', 2024, 'unreadable years-listed'],
])('%j on a form of %i', (text, fiscalYear, reading) => {
  const target = parseTarget(text, { fiscalYear })
  expect(readingOf(target)).toBe(reading)
  expect(target.kind === 'unreadable' || target.notes.includes('year-of-list')).toBe(true)
})
