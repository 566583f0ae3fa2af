import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { check } from './check.ts'

const look = async (host: string, allowed: Parameters<typeof check>[0]['allowed']) => {
  const { problem } = await check({ target: { kind: 'icmp', host }, secret: '', timeoutMs: 1_000, allowed })
  return problem?.code ?? 'up'
}

test('an echo is asked of hosts on the list alone, and no name leads nearer than allowed', async () => {
  expect(await look('127.0.0.1', [])).toBe('host-not-allowed')
  expect(await look('localhost', [{ host: 'localhost', port: 443, reach: 'private' }])).toBe('address-too-near')
})

test('this machine answers its echo; where it has no ping, or may not use it, that is said', async () => {
  const here = [{ host: '127.0.0.1', port: 9, reach: 'this-machine' as const }]
  const { status } = spawnSync('ping', ['-n', '-q', '-c', '1', '-W', '1', '127.0.0.1'])
  expect(await look('127.0.0.1', here)).toBe(status === 0 ? 'up' : 'ping-missing')
})
