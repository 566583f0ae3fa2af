import { expect, test } from 'vitest'
import { decimal } from '../decimal.ts'
import { isSamePayment } from './same-payment.ts'

const paid = { paidOn: '2025-03-21', amount: decimal('1000'), voucher: 'Z-001' }

test.each([
  ['the voucher, written otherwise', { voucher: 'z 001', paidOn: '2025-03-24' }, true],
  ['another voucher on the same day', { voucher: 'Z-002' }, false],
  ['no voucher and the day', { voucher: '' }, true],
  ['no voucher and another day', { voucher: '', paidOn: '2025-03-24' }, false],
  ['another amount', { amount: decimal('1000.01') }, false],
  ['an amount with other zeros', { amount: decimal('1000.00') }, true],
])('a payment is known by %s', (_title, changes, same) => {
  expect(isSamePayment(paid, { ...paid, ...changes })).toBe(same)
  expect(isSamePayment({ ...paid, ...changes }, paid)).toBe(same)
})
