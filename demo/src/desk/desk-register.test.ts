import { expect, test } from 'vitest'
import { deskRegister } from './desk-register.ts'

const register = deskRegister()
const deeds = register.flatMap((ticket) => ticket.deeds)
const count = (kind: string) => deeds.filter(({ deed }) => deed.kind === kind).length

test('the register is the same on every run, and has what an honest one has', () => {
  expect(deskRegister()).toEqual(register)
  const late = register.filter(({ lateReason }) => lateReason !== '').length
  const kinds = ['pause', 'reopen', 'cancel', 'classify', 'confirm'].map(count)
  expect([register.length > 600, late > 10, ...kinds.map((found) => found > 3)]).toEqual(Array(7).fill(true))
})

test('nothing is written down before it happened, and nothing happens before the call', () => {
  const early = register.filter(
    ({ at, enteredAt, deeds: all }) =>
      Temporal.Instant.compare(enteredAt, at) < 0 ||
      all.some(
        (one) => Temporal.Instant.compare(one.enteredAt, one.at) < 0 || Temporal.Instant.compare(one.at, at) < 0,
      ),
  )
  expect(early).toEqual([])
})

test('who classifies does not confirm', () => {
  const classified = register.filter((ticket) => ticket.deeds.some(({ deed }) => deed.kind === 'classify'))
  const own = classified.filter(({ deeds: all }) => {
    const by = (kind: string) => all.find(({ deed }) => deed.kind === kind)?.by.login
    return by('classify') === by('confirm')
  })
  expect([classified.length, own]).toEqual([7, []])
})
