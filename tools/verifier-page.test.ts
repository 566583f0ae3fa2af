import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeVerifierPage } from './verifier-page.ts'

const KEPT = join(import.meta.dirname, '../server/src/modules/evidence/pack/verify.html')

test('the page in every pack is what the kernel verifies with (`npm run verifier` writes it anew)', () => {
  expect(readFileSync(KEPT, 'utf8')).toBe(writeVerifierPage())
})

test('it asks nobody: no address, no other file', () => {
  expect(readFileSync(KEPT, 'utf8')).not.toMatch(/https?:|\bimport\b|\bsrc=|fetch\(/)
})
