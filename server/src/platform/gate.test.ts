import { expect, test } from 'vitest'
import { makeGate } from './gate.ts'

test('two work, one waits, the fourth is told to come back, and the one who waited comes in', async () => {
  const gate = makeGate({ atOnce: 2, waiting: 1, seconds: 5 })
  const ends: (() => void)[] = []
  const entered: number[] = []
  const enter = (number: number) =>
    gate(async () => {
      entered.push(number)
      await new Promise<void>((end) => ends.push(end))
      return number
    })
  const [first, second, third] = [enter(1), enter(2), enter(3)]
  await expect(enter(4)).rejects.toMatchObject({ code: 'overloaded', parameters: { seconds: 5 } })
  expect(entered).toEqual([1, 2])
  ends[0]?.()
  expect(await first).toBe(1)
  await Promise.resolve()
  expect(entered).toEqual([1, 2, 3])
  ends[1]?.()
  ends[2]?.()
  expect(await Promise.all([second, third])).toEqual([2, 3])
})
