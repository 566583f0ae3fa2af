import { expect, test } from 'vitest'
import { codeOnLabel } from './read-code.ts'

test.each([
  ['JF-01', 'JF-01'],
  [' JF-01\n', 'JF-01'],
  ['https://shiji.example/m/p/JF-01', 'JF-01'],
  ['http://10.0.0.8:8080/m/p/%E4%B8%89%E6%A5%BC-2', '三楼-2'],
])('a label that reads %j is that of the point %s', (read, code) => {
  expect(codeOnLabel(read)).toBe(code)
})
