import { expect, test } from 'vitest'
import { remember } from './remember.ts'

function counted(most: number, longest?: number) {
  const asked: string[] = []
  const make = (text: string) => {
    asked.push(text)
    return text.length
  }
  return { asked, lengthOf: remember(most, make, longest) }
}

test('what was asked before is not worked out again', () => {
  const { asked, lengthOf } = counted(2)
  expect(['a', 'bb', 'a', 'bb'].map(lengthOf)).toEqual([1, 2, 1, 2])
  expect(asked).toEqual(['a', 'bb'])
})

test('when it is full the oldest makes room', () => {
  const { asked, lengthOf } = counted(2)
  expect(['a', 'bb', 'ccc', 'bb', 'a'].map(lengthOf)).toEqual([1, 2, 3, 2, 1])
  expect(asked).toEqual(['a', 'bb', 'ccc', 'a'])
})

test('texts that are too long take no room', () => {
  const { asked, lengthOf } = counted(2, 3)
  expect(['long', 'long', 'abc', 'abc'].map(lengthOf)).toEqual([4, 4, 3, 3])
  expect(asked).toEqual(['long', 'long', 'abc'])
})
