import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSyslog } from './read-syslog.ts'

const SENDER = '10.2.0.7'
const seen = (line: string) => {
  const heard = readSyslog(line, SENDER)
  return heard.kind === 'alarm' ? [heard.signal.severity, heard.signal.about, heard.signal.title] : heard.kind
}

test.each([
  // RFC 5424 §6.5, examples 1 and 3; the third is of severity notice.
  [
    "<34>1 2003-10-11T22:14:15.003Z mymachine.example.com su - ID47 - 'su root' failed for lonvick on /dev/pts/8",
    ['critical', 'mymachine.example.com', "su: 'su root' failed for lonvick on /dev/pts/8"],
  ],
  [
    '<165>1 2003-10-11T22:14:15.003Z mymachine.example.com evntslog - ID47 [exampleSDID@32473 iut="3"] An event',
    'calm',
  ],
  ['<3>1 - - - - - [a@1 b="x\\"]y"][c@1] 磁盘即将写满', ['error', SENDER, '磁盘即将写满']],
  // RFC 3164 §5.4, examples 1 and 2.
  [
    "<34>Oct 11 22:14:15 mymachine su: 'su root' failed for lonvick on /dev/pts/8",
    ['critical', 'mymachine', "su: 'su root' failed for lonvick on /dev/pts/8"],
  ],
  ['<8>Use the BFG!', ['emergency', SENDER, 'Use the BFG!']],
  ['<11>Nov  2 03:04:05 core-sw-1 link[77]: port 12 down', ['error', 'core-sw-1', 'link: port 12 down']],
  ['<14>Nov  2 03:04:05 core-sw-1 link: port 12 up', 'calm'],
  ['<192>1 - - - - - - too much', 'unreadable'],
  ['no line of a log', 'unreadable'],
])('%s', (line, expected) => {
  expect(seen(line)).toEqual(expected)
})

test('the same trouble told again is known, whatever its numbers are', () => {
  const print = (line: string) => {
    const heard = readSyslog(line, SENDER)
    return heard.kind === 'alarm' ? heard.signal.fingerprint : heard.kind
  }
  const line = (process: number, port: number) => `<11>Nov  2 03:04:05 core-sw-1 link[${process}]: port ${port} down`
  expect(print(line(1, 12))).toBe(print(line(99, 7)))
  expect(print(line(1, 12))).not.toBe(print('<11>Nov  2 03:04:05 core-sw-2 link[1]: port 12 down'))
})

test('whatever a device writes, it is read on one line that fits, or is none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.nat(191), (text, priority) => {
      const heard = readSyslog(`<${priority}>${text}`, SENDER)
      if (heard.kind !== 'alarm') return
      const { fingerprint, about, title } = heard.signal
      expect([fingerprint.length <= 500, about.length <= 60, title.length <= 300]).toEqual([true, true, true])
      expect(/[\r\n]/.test(`${about}${title}`)).toBe(false)
    }),
  )
})
