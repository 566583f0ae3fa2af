import { expect, test } from 'vitest'
import { pinyinInitials } from './pinyin-initials.ts'

test.each([
  ['响应时间', 'xysj'],
  ['满意度', 'myd'],
  ['故障恢复时间', 'gzhfsj'],
  ['预算执行率', 'yszxl'],
  ['CERNET 稳定访问', 'cernetwdfw'],
  ['机房值守（7×24）', 'jfzs724'],
  ['', ''],
])('%s is typed as %s', (text, expected) => {
  expect(pinyinInitials(text)).toBe(expected)
})
