import { expect, test } from 'vitest'
import { momentOf } from './device-moment.ts'

const on = (time: string) => `2026-03-02T${time}Z`

/** Happened and sent by the device, received by the server. */
test.each([
  ['a clock that is right', '03:10:07 03:10:12 03:10:13', '03:10:07', 0],
  ['a clock five minutes ahead', '03:15:07 03:15:12 03:10:13', '03:10:08', 299],
  ['a clock an hour behind', '02:10:07 02:10:12 03:10:12', '03:10:07', -3600],
  ['a call logged in a basement and sent an hour later', '03:10:07 04:12:00 04:12:01', '03:10:07', 0],
  ['a moment that has not come yet', '03:30:00 03:10:12 03:10:12', '03:10:12', 0],
])('%s: %s happened %s', (_title, times, at, aheadSeconds) => {
  const [happenedAt = '', sentAt = '', receivedAt = ''] = times.split(' ').map(on)
  expect(momentOf({ happenedAt, sentAt }, receivedAt)).toEqual({ at: on(at), aheadSeconds })
})
