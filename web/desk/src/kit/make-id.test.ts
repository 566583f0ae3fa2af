import { expect, test } from 'vitest'
import { z } from 'zod'
import { makeId } from './make-id.ts'

test('an id made on the phone is one the server takes, and later ids sort later', () => {
  const ids = Array.from({ length: 200 }, (_, at) => makeId(1_772_392_207_000 + at))
  expect(ids.filter((id) => !z.uuidv7().safeParse(id).success)).toEqual([])
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(Array.from({ length: 200 }, () => makeId(0))).size).toBe(200)
})
