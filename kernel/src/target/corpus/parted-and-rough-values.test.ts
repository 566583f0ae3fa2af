import { expect, test } from 'vitest'
import { parseTarget } from '../parse-target.ts'
import { printsBack, readingOf } from './reading-line.ts'

/** Figures that a narrow column, a scanner or a list parted, and rough or worded ranges. */
const TEXTS: readonly (readonly [text: string, reading: string])[] = [
  ['达到“两个100%”', 'number ge 100 %'],
  ['实现两个95%以上', 'number ge 95 %'],
  ['四个九', 'number eq 99.99 %'],
  ['不低于4个9', 'number ge 99.99 %'],
  ['三个9以上', 'number ge 99.9 %'],
  ['≥99.9%（4个9）', 'number ge 99.9 % (4个9)'],
  ['14个9', 'number eq 14 个 | number eq 9'],
  ['一刻钟内', 'number le 15 分钟'],
  ['开学前1次', 'number eq 1 次'],
  ['前3名', 'number le 3 名'],
  ['≥95%/98%', 'number ge 95 % | number eq 98 %'],
  ['5次（上）/3次（下）', 'number eq 5 次 | number eq 3 次 (上；下)'],
  ['≤2/4小时', 'number le 2 小时 | number eq 4 小时'],
  ['每学期开学前一次', 'number eq 1 次/学期'],
  ['≤10分钟/30分钟/2小时', 'number le 10 分钟 | number eq 30 分钟 | number eq 2 小时'],
  ['7/24小时', 'coverage eq 7*24'],
  ['≥9\n5%', 'number ge 95 %'],
  ['≥9\n5\n%', 'number ge 95 %'],
  ['≥95\n%', 'number ge 95 %'],
  ['≥12\n次', 'number ge 12 次'],
  ['≥1000\n0人次', 'number ge 10000 人次'],
  ['≥1,2\n00人次', 'number ge 1200 人次'],
  ['≥99\n.5%', 'number ge 99.5 %'],
  ['100.\n0%', 'number eq 100.0 %'],
  ['2024年1\n2月底前', 'deadline 2024-12-31'],
  ['2024年1 2月底前', 'deadline 2024-12-31'],
  ['12\n15', 'number eq 12 | number eq 15'],
  ['12\n15次', 'unreadable numbers-unclear'],
  ['≥90\n95%', 'unreadable numbers-unclear'],
  ['≥90\n95', 'unreadable numbers-unclear'],
  ['巡检12次\n2.维修3次', 'number eq 12 次 | number eq 3 次'],
  ['不低于8 0%', 'number ge 80 %'],
  ['9 5%', 'unreadable numbers-unclear'],
  ['≥3 000平方米', 'number ge 3000 平方米'],
  ['500 000', 'unreadable numbers-unclear'],
  ['1. 5万人次', 'number eq 15000 人次'],
  ['1. 95%以上 2. 90%以上', 'number ge 95 % | number ge 90 %'],
  ['1.巡检≥12次 2.维修率≥98%', 'number ge 12 次 | number ge 98 %'],
  ['1.95%以上；2.90%以上', 'unreadable numbers-unclear'],
  ['（1）≥95%（2）≤3天', 'number ge 95 % | number le 3 天'],
  ['（一）及时率≥95%（二）满意度≥90%', 'number ge 95 % | number ge 90 %'],
  ['≥95%（2）', 'number ge 95 % (2)'],
  ['O次', 'unreadable numeral-unclear'],
  ['≤o起', 'unreadable numeral-unclear'],
  ['O2O平台', 'grade O2O平台'],
  ['每周三、四天', 'range 3..4 天/周'],
  ['每周三、四', 'frequency eq 2 次 per week (周三、四)'],
  ['每月三、四次', 'range 3..4 次 per month'],
  ['二、三十人', 'range 20..30 人'],
  ['三、四级', 'grade 三+四级'],
  ['一、二期工程完成率100%', 'number eq 100 %'],
  ['十来次', 'number eq 10 次'],
  ['来访≥100人次', 'number ge 100 人次'],
  ['介于80%和90%之间', 'range 80..90 %'],
  ['介于3天与5天之间', 'range 3..5 天'],
  ['80%和90%', 'unreadable numbers-unclear'],
  ['同比增幅≥5%', 'relative rise ge 5 %'],
  ['较上年增速5%以上', 'relative rise ge 5 %'],
  ['同比降幅≤3%', 'relative fall le 3 %'],
  ['不低于上年增长率', 'relative keep ge'],
  ['增长率≥6%', 'number ge 6 %'],
]

test.each(TEXTS)('%j is read', (text, reading) => {
  const target = parseTarget(text)
  expect([readingOf(target), printsBack(target)]).toEqual([reading, true])
})

test.each(['≥9\n5%', '≥3 000平方米', '不低于8 0%', '1. 5万人次'])('%j is told to be put together', (text) => {
  expect(parseTarget(text).notes).toContain('digits-joined')
})

test('a unit alone on the next line needs no remark', () => {
  expect(parseTarget('≥95\n%').notes).toEqual([])
})
