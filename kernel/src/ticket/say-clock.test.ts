import { expect, test } from 'vitest'
import { type ClockFace, sayClock, saySpan } from './say-clock.ts'

test.each([
  [0, '0 秒', '0 s'],
  [45, '45 秒', '45 s'],
  [552, '9 分 12 秒', '9 min 12 s'],
  [600, '10 分', '10 min'],
  [11_100, '3 小时 5 分', '3 h 5 min'],
  [187_500, '2 天 4 小时', '2 d 4 h'],
])('%i seconds are %s', (seconds, zh, en) => {
  expect([saySpan(seconds, 'zh'), saySpan(seconds, 'en')]).toEqual([zh, en])
})

const FACE: ClockFace = { kind: 'response', state: 'running', limitSeconds: 600, elapsedSeconds: 48, leftSeconds: 552 }

test.each<[Partial<ClockFace>, string]>([
  [{}, '响应还剩 9 分 12 秒'],
  [{ leftSeconds: -300 }, '响应已超时 5 分'],
  [{ state: 'paused', leftSeconds: null }, '响应暂停中，已计 48 秒'],
  [{ state: 'stopped', elapsedSeconds: 600 }, '响应用时 10 分'],
  [{ state: 'stopped', elapsedSeconds: 780 }, '响应用时 13 分，超出 3 分'],
  [{ state: 'withdrawn' }, '响应不计'],
])('%j reads %s', (changes, words) => {
  expect(sayClock({ ...FACE, ...changes }, 'zh')).toBe(words)
})
