import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { layDemo } from '#testing/demo-folder'
import { ledgerVerify } from '../evidence/ledger-verify.ts'
import { runShiji } from '../run-shiji.ts'
import { backup } from './backup.ts'
import { restore } from './restore.ts'

async function shiji(...words: string[]) {
  const [printed, told]: [string[], string[]] = [[], []]
  const code = await runShiji([backup, restore, ledgerVerify], words, {
    environment: {},
    input: process.stdin,
    print: (text) => void printed.push(text),
    tell: (text) => void told.push(text),
    signal: new AbortController().signal,
    today: '2026-01-01',
  })
  return { code, printed: printed.join('\n'), told: told.join('\n') }
}

// Whatever a year of work leaves behind: rows in most tables, whatever their columns are called.
test('a district after a year of work comes back whole from its backup', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'shiji-back-'))
  onTestFinished(() => rm(parent, { recursive: true, force: true }))
  await chmod(parent, 0o755)
  const [there, back, file] = [join(parent, 'there'), join(parent, 'back'), join(parent, 'all.shiji')]
  await layDemo(inject('runFolder'), there)

  const saved = await shiji('backup', file, '--data', there, '--json')
  expect([saved.code, saved.told]).toEqual([0, expect.not.stringContaining('at async')])
  const brought = await shiji('restore', file, '--data', back, '--json')
  expect([brought.code, brought.told]).toEqual([0, expect.not.stringContaining('at async')])

  const { tenants } = JSON.parse(saved.printed)
  expect(tenants[0].rows).toBeGreaterThan(10_000)
  expect(JSON.parse(brought.printed)).toMatchObject({ whole: true, tenants })
  expect(JSON.parse((await shiji('ledger', 'verify', '--data', back, '--json')).printed).whole).toBe(true)
})
