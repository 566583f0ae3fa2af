import { PACK } from '@shiji/kernel/bundle/verify-pack'
import { expect, test } from 'vitest'
import { writePages } from './write-pages.ts'

const PARTS = { numerator: '638.2162', denominator: '396' }

test.each([
  ['mean', '638.2162 / 396'],
  ['share', '638.2162 / 396'],
  ['maximum', ''],
  ['sum', ''],
])('a figure that is a %s is explained by “%s”', (combine, explained) => {
  const facts = { indicator: '故障恢复时间', value: '14.92', unit: '小时', combine, parts: PARTS, records: 0 }
  const [index] = writePages([{ path: PACK.readings, lines: [{ facts, fields: {} }] }], { masked: false })
  const html = new TextDecoder().decode(index?.bytes)
  expect([html.includes('14.92'), html.includes(`<td>${explained}</td>`)]).toEqual([true, true])
  expect(html.includes('638.2162')).toBe(explained !== '')
})
