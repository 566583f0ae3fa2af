import { expect, test } from 'vitest'
import { faultOfChecks, formatCheck, parseCheck } from './route-draft.ts'

test.each([
  ['指示灯', { kind: 'in-order', name: '指示灯' }],
  ['温度 18–27 ℃', { kind: 'number', name: '温度', unit: '℃', least: '18', most: '27' }],
  ['湿度 35~65 %', { kind: 'number', name: '湿度', unit: '%', least: '35', most: '65' }],
  ['回水温度 -5–5 ℃', { kind: 'number', name: '回水温度', unit: '℃', least: '-5', most: '5' }],
  ['电压 ≥ 210.5 V', { kind: 'number', name: '电压', unit: 'V', least: '210.5', most: null }],
  ['负载率 <=80%', { kind: 'number', name: '负载率', unit: '%', least: null, most: '80' }],
  ['电表读数 = ? kWh', { kind: 'number', name: '电表读数', unit: 'kWh', least: null, most: null }],
  ['灭火器 2 具齐全', { kind: 'in-order', name: '灭火器 2 具齐全' }],
])('the line “%s” is read as the check it is, and written as it was read', (line, check) => {
  expect(parseCheck(line)).toEqual(check)
  expect(parseCheck(formatCheck(parseCheck(line)))).toEqual(check)
})

test('one name stands for one check of a point', () => {
  expect([faultOfChecks('温度 18–27 ℃\n温度'), faultOfChecks('温度\n湿度')]).toEqual(['twice', null])
})
