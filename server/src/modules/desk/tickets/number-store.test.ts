import { expect, test } from 'vitest'
import { inTransaction } from '#platform/database/transaction'
import { makeDesk } from '#testing/test-desk'
import { nextNumber, numberText, takeNumbers } from './number-store.ts'

const YEAR = 2027
const texts = (from: number, count: number) => Array.from({ length: count }, (_, at) => numberText(YEAR, from + at))

test('calls beside each other get a number each without waiting; one that is undone leaves its number to the next', async () => {
  const { world } = await makeDesk()
  const take = () => inTransaction(world.chenghu, (tx) => nextNumber(tx, YEAR))
  expect(await take()).toBe('2027-000001')
  const undone = inTransaction(world.chenghu, async (tx) => {
    const mine = await nextNumber(tx, YEAR)
    // Others come and go while this one holds its number.
    throw new Error([mine, await take(), await take()].join(' '))
  })
  await expect(undone).rejects.toThrow('2027-000002 2027-000003 2027-000004')
  expect([await take(), await take()]).toEqual(['2027-000002', '2027-000005'])
})

test('however many come at once, every number is given once and none is left out', async () => {
  const { world } = await makeDesk()
  const take = (count: number) => inTransaction(world.chenghu, (tx) => takeNumbers(tx, { year: YEAR, count }))
  const given = await Promise.all(Array.from({ length: 60 }, (_, at) => take(1 + (at % 9))))
  const all = given.flat().toSorted()
  expect(all).toEqual(texts(1, all.length))
  expect(await take(200)).toEqual(texts(all.length + 1, 200))
})
