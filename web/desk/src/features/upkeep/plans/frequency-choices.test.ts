import { expect, test } from 'vitest'
import { readWindows } from './frequency-choices.ts'

test.each([
  ['08:00–11:00\n15：00-18：00', ['08:00–11:00', '15:00–18:00']],
  ['20:00至08:00', ['20:00–08:00']],
  ['16:00-24:00', ['16:00–24:00']],
  ['15:00-18:00\n08:00-11:00', null],
  ['8点到11点', null],
  ['', null],
])('the hours %j are the windows %j', (text, expected) => {
  const read = readWindows('own-every-day', text)
  const windows = read?.kind === 'windows' ? read.windows.map(({ from, to }) => `${from}–${to}`) : null
  expect(windows).toEqual(expected)
})
