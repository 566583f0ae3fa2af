import { expect, test } from 'vitest'
import { softness, type YearActual } from './soft-target.ts'

const years = (...actuals: string[]): YearActual[] => actuals.map((actual, at) => ({ year: 2023 + at, actual }))

test.each<[string, string, YearActual[], boolean | null]>([
  ['beaten by a fifth three years running', '≥80%', years('98%', '97%', '99%'), true],
  ['beaten by little', '≥90%', years('98%', '97%', '99%'), false],
  ['known for two years only', '≥80%', years('98%', '97%'), false],
  ['missed once', '≥80%', years('98%', '79%', '99%'), false],
  ['of at most so many, kept by far', '≤10次', years('5次', '6次', '0次'), true],
  ['in other units than what was reached, is not compared', '≤2小时', years('30分钟', '20分钟', '25分钟'), false],
  ['in words, is no figure', '健全', years('健全', '健全', '健全'), null],
])('a target %s', (_, target, actuals, soft) => {
  expect(softness(target, '平台可用率', actuals)?.soft ?? null).toBe(soft)
})
