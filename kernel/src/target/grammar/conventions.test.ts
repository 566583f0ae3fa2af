import { expect, test } from 'vitest'
import { readingOf } from '../corpus/reading-line.ts'
import { parseTarget } from '../parse-target.ts'
import type { TargetContext, TargetNote } from '../target.ts'

type Row = readonly [text: string, context: TargetContext, reading: string, note: TargetNote | null]

/** What the row around a text changes, and the note that a person then sees. */
const ROWS: readonly Row[] = [
  ['95%', { indicator: '群众满意度较高' }, 'number ge 95 %', 'operator-implied'],
  ['95%', { level1: '满意度指标', indicator: '服务对象' }, 'number ge 95 %', 'operator-implied'],
  ['95%', { indicator: '验收合格率' }, 'number eq 95 %', 'operator-implied'],
  ['95%', {}, 'number eq 95 %', 'operator-implied'],
  ['满意度95%', {}, 'number ge 95 %', 'operator-implied'],
  ['44561', { level2: '时效指标' }, 'deadline 2021-12-31', 'date-from-serial'],
  ['=44561', { indicator: '资金到位时间' }, 'deadline 2021-12-31', 'date-from-serial'],
  ['44,561 44,561', {}, 'deadline 2021-12-31', 'date-from-serial'],
  ['45000', { indicator: '服务人数' }, 'number eq 45000', 'maybe-spreadsheet-date'],
  ['36526', { level2: '时效指标' }, 'deadline 2000-01-01', 'date-from-serial'],
  ['36525', { level2: '时效指标' }, 'number eq 36525', 'operator-implied'],
  ['73416', { level2: '时效指标' }, 'number eq 73416', 'operator-implied'],
  ['45000元', { level2: '时效指标' }, 'number eq 45000 元', 'operator-implied'],
  ['完成', { indicator: '一年内' }, 'deadline within year 完成', null],
  ['完成', { indicator: '系统验收' }, 'grade 完成', null],
  ['无', { indicator: '安全事故发生数' }, 'number eq 0', 'none-means-zero'],
  ['无', { indicator: '经济效益' }, 'none not-applicable', null],
  ['0', { indicator: '无' }, 'number eq 0', 'not-applicable-row'],
  ['≥120%', { indicator: '系统可用率' }, 'number ge 120 %', 'range-impossible'],
  ['≥120%', { indicator: '产值增长率' }, 'number ge 120 %', null],
  ['>=10000KB', { indicator: '信息传递速度' }, 'number ge 10000 KB', 'unit-suspect'],
  ['>=10000KB', { indicator: '备份容量' }, 'number ge 10000 KB', null],
  ['>=3人次', { indicator: '常驻现场人员数量' }, 'number ge 3 人次', 'unit-suspect'],
  ['>=3人次', { indicator: '培训人次' }, 'number ge 3 人次', null],
  ['0.98', { indicator: '故障解决率' }, 'number eq 0.98', 'maybe-fraction-of-percent'],
  ['持平', {}, 'relative keep eq', 'baseline-implied'],
]

test.each(ROWS)('%j beside %j', (text, context, reading, note) => {
  const target = parseTarget(text, context)
  expect(readingOf(target)).toBe(reading)
  if (note) expect(target.notes).toContain(note)
})

const NOTES: readonly (readonly [text: string, notes: readonly TargetNote[]])[] = [
  ['≥95%', []],
  ['95%', ['operator-implied']],
  ['90%以上', ['inclusive-by-convention']],
  ['90%（含）以上', []],
  ['90%（不含）以上', ['end-excluded']],
  ['=至少每天2次', ['sign-redundant']],
  ['3万人次', ['magnitude-expanded', 'operator-implied']],
  ['95%-90%', ['reversed-range']],
  ['±5%', ['plus-minus']],
  ['正负2天', ['plus-minus']],
  ['约100人', ['approximate', 'operator-implied']],
  ['≥5网箱', ['unit-unknown']],
  ['30分钟-1小时', ['unit-converted']],
  ['90%一95%', ['one-read-as-dash']],
  ['100%（正常使用）', ['operator-implied', 'qualifier-kept']],
  ['故障率≤1%', ['read-from-sentence']],
  ['2021年全区12个街道覆盖率≥95%', ['other-numbers', 'read-from-sentence']],
  ['≥95%，XX', ['partly-unfilled']],
  ['≥95%；≤3天', ['several-values']],
  ['每两周≥1次', ['period-converted']],
  ['2022年6月', ['end-implied']],
  ['2022年1月-6月', ['start-dropped']],
  ['22年6月底前', ['year-implied', 'end-implied']],
  ['≤12月', ['month-ambiguous']],
  ['每月10日前', ['recurring-deadline', 'qualifier-kept']],
  ['增长≥5%', ['baseline-implied']],
  ['比2020年增长≥5%', ['baseline-year', 'against-last-year']],
  ['不低于上年', ['against-last-year']],
]

test.each(NOTES)('%j carries the notes %j', (text, notes) => {
  expect([...parseTarget(text).notes].sort()).toEqual([...notes].sort())
})
