import { expect, test } from 'vitest'
import { reachOf } from './judge-address.ts'
import { readDestination } from './post-outgoing.ts'

test.each([
  ['8.8.8.8', 'public'],
  ['2400:3200::1', 'public'],
  ['10.1.2.3', 'private'],
  ['172.31.0.1', 'private'],
  ['192.168.1.1', 'private'],
  ['fd12::1', 'private'],
  ['::ffff:10.0.0.1', 'private'],
  ['127.0.0.1', 'this-machine'],
  ['127.8.8.8', 'this-machine'],
  ['::1', 'this-machine'],
  ['::ffff:127.0.0.1', 'this-machine'],
  ['0.0.0.0', 'never'],
  ['169.254.169.254', 'never'],
  ['::ffff:169.254.169.254', 'never'],
  ['100.100.100.200', 'never'],
  ['224.0.0.1', 'never'],
  ['255.255.255.255', 'never'],
  ['::', 'never'],
  ['fe80::1', 'never'],
  ['64:ff9b::7f00:1', 'never'],
  ['2002:7f00:1::', 'never'],
])('the address %s is %s', (address, reach) => {
  expect(reachOf(address)).toBe(reach)
})

test.each([
  'ftp://example.org/',
  'file:///etc/passwd',
  'gopher://127.0.0.1/',
  'data:text/plain,hi',
  'http://user@example.org/',
  'http://user:word@example.org/',
  '//example.org',
  'example.org',
  '',
])('%s is no destination', (url) => {
  expect(readDestination(url)).toBeNull()
})

test.each(['http://2130706433/', 'http://0x7f.1/', 'http://0177.0.0.1/', 'http://127.1/', 'http://127。0。0。1/'])(
  '%s is seen as the machine itself, however it is spelled',
  (url) => {
    const host = readDestination(url)?.host ?? ''
    expect(reachOf(host)).toBe('this-machine')
  },
)
