import { expect, test } from 'vitest'
import { parseServers } from './open-servers.ts'

test.each([
  ['', []],
  ['west=postgres://a:b@10.0.0.2/shiji', [{ name: 'west', url: 'postgres://a:b@10.0.0.2/shiji' }]],
  [
    ' west=postgres://w/x\n east=postgresql://e/x ',
    ['west', 'east'].map((name) => ({ name, url: expect.any(String) })),
  ],
  ['west', null],
  ['west=http://w', null],
  ['home=postgres://h/x', null],
  ['west=postgres://w/x west=postgres://v/x', null],
])('the servers “%s” are read as %j', (text, servers) => {
  expect(parseServers(text)).toEqual(servers)
})
