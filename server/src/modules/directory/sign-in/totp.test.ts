import { expect, test } from 'vitest'
import { codeAt, findStep, makeSecret, stepAt, toBase32 } from './totp.ts'

// RFC 6238, appendix B: the SHA-1 rows, their last six digits.
const RFC_SECRET = toBase32(Buffer.from('12345678901234567890'))

test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('at second %d the code is %s', (second, code) => {
  expect(codeAt(RFC_SECRET, Math.floor(second / 30))).toBe(code)
})

test('a code works one step early or late, and never a second time', () => {
  const now = Temporal.Instant.from('2026-03-02T01:00:00Z')
  const secret = makeSecret()
  const step = stepAt(now)
  for (const near of [-1, 0, 1]) {
    expect(findStep(secret, codeAt(secret, step + near), { now, lastStep: 0 })).toBe(step + near)
  }
  expect(findStep(secret, codeAt(secret, step - 2), { now, lastStep: 0 })).toBe(null)
  expect(findStep(secret, codeAt(secret, step), { now, lastStep: step })).toBe(null)
})
