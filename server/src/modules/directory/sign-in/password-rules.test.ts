import { expect, test } from 'vitest'
import { findPasswordFault } from './password-rules.ts'

test.each([
  ['Chenghu-2026-Lake', 'dengbao', null],
  ['lake-2026', 'dengbao', 'too-short'],
  ['chenghulakewater', 'dengbao', 'too-simple'],
  ['Linzx-2026-Lake', 'dengbao', 'holds-name'],
  ['P@ssw0rd-2026', 'dengbao', 'too-common'],
  ['Admin@1234567', 'dengbao', 'too-common'],
  ['Qwerty!234567', 'dengbao', 'too-common'],
  ['Woaini@520520', 'dengbao', 'too-common'],
  ['greylakewindandrain', 'asvs', null],
  ['Lake-2026-Wind', 'asvs', 'too-short'],
  ['adminadminadminadmin', 'asvs', 'too-common'],
  ['123456789012345678', 'asvs', 'too-common'],
] as const)('%s under %s: %s', (password, profile, fault) => {
  expect(findPasswordFault(password, ['林知夏', 'linzx'], profile)).toBe(fault)
})
