import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DEMO_PASSWORD } from '@shiji/demo/accounts'
import { expect, inject, onTestFinished, test } from 'vitest'
import { layDemo } from '#testing/demo-folder'
import { runShiji } from '../run-shiji.ts'
import { start } from './start.ts'

type Run = { readonly printed: string[]; readonly told: string[]; readonly code: number }

const DEMO_MS = 120_000

/** One call of `shiji start`; `whenReady` looks at the running product, then Ctrl-C ends it. */
async function run(
  words: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  whenReady: (printed: readonly string[]) => Promise<void> = async () => undefined,
): Promise<Run> {
  const abort = new AbortController()
  const printed: string[] = []
  const told: string[] = []
  const code = await runShiji([start], ['start', ...words], {
    environment,
    input: process.stdin,
    print: (text) => {
      printed.push(text)
      void whenReady(printed).finally(() => abort.abort())
    },
    tell: (text) => void told.push(text),
    signal: abort.signal,
    today: '2026-01-01',
  })
  return { printed, told, code }
}

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'shiji-start-'))
  await chmod(folder, 0o755)
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return join(folder, 'data')
}

test('each start gives a link to every administrator who has not come in yet', async () => {
  const words = ['--port', '0', '--data', await makeFolder(), '--json']
  let health = 0
  const first = await run(words, {}, async ([line = '']) => {
    health = (await fetch(`${JSON.parse(line).address}/api/ready`)).status
  })
  const { address, links } = JSON.parse(first.printed[0] ?? '')
  expect([first.code, health]).toEqual([0, 200])
  expect(links.map(({ role }: { role: string }) => role)).toEqual([
    'system-administrator',
    'security-administrator',
    'audit-administrator',
  ])
  expect(links[0].link).toMatch(new RegExp(`^${address}/invitation/[\\w-]{20,}$`))
  // Nobody used them: whoever lost them gets others. The one who came in gets none.
  const second = await run(words, {}, async ([line = '']) => {
    const given = JSON.parse(line)
    // The links of the first start are in somebody's hands, and a start again leaves them alone.
    const code = links[0].link.split('/').at(-1)
    expect(given.links[0].link).not.toContain(code)
    const body = JSON.stringify({ code, name: '林知夏', login: 'linzhixia', password: 'Chenghu-2026-Lake' })
    const headers = { 'content-type': 'application/json' }
    await fetch(`${given.address}/api/invitations/accept`, { method: 'POST', headers, body })
  })
  expect(JSON.parse(second.printed[0] ?? '').links).toHaveLength(3)
  const third = await run(words)
  expect(JSON.parse(third.printed[0] ?? '').links.map(({ role }: { role: string }) => role)).toEqual([
    'security-administrator',
    'audit-administrator',
  ])
})

test('a port that another program uses is named, and the database does not stay behind', async () => {
  const other = createServer()
  await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready))
  onTestFinished(() => void other.close())
  const { port } = other.address() as { port: number }
  const folder = await makeFolder()
  const { told, code } = await run(['--port', String(port), '--data', folder, '--lang', 'en'])
  expect(code).toBe(1)
  expect(told.at(-1)).toMatch(`Port ${port} is used by another program`)
  const again = await run(['--port', '0', '--data', folder, '--lang', 'en', '--json'])
  expect(again.told.join('\n')).toMatch('The database was started')
  expect(JSON.parse(again.printed[0] ?? '').links).toHaveLength(3)
})

test('the demo stands beside the real district, and neither sees the other', { timeout: DEMO_MS }, async () => {
  const folder = await makeFolder()
  await layDemo(inject('runFolder'), folder)
  const words = ['--port', '0', '--data', folder, '--json']
  const demo = await run([...words, '--demo'])
  expect(JSON.parse(demo.printed[0] ?? '')).toMatchObject({ links: [], demo: { password: DEMO_PASSWORD } })
  const real = await run(words)
  expect(JSON.parse(real.printed[0] ?? '').links).toHaveLength(3)
})

test('the address is the last thing that is printed', async () => {
  const { printed } = await run(['--port', '0', '--data', await makeFolder(), '--lang', 'en'])
  expect(printed.at(-1)).toMatch(/^Shiji is ready: http:\/\/127\.0\.0\.1:\d+$/)
})

test('a file where the data folder should be is answered with a sentence, and so is a folder nobody can make', async () => {
  const file = join(dirname(await makeFolder()), 'file')
  await writeFile(file, '')
  for (const folder of [file, join(file, 'below'), '/proc/none']) {
    const { told, code } = await run(['--port', '0', '--data', folder, '--lang', 'en'])
    expect([code, told.at(-1)]).toEqual([1, expect.stringContaining(`The data folder ${folder} cannot be made`)])
  }
})

test.each([
  ['a port that is no number', ['--port', 'eighty'], {}, 'The port "eighty" is wrong'],
  ['a database that does not answer', [], { DATABASE_URL: 'postgres://127.0.0.1:1/x' }, 'ECONNREFUSED'],
])('%s is answered with a sentence', async (_title, words, environment, sentence) => {
  const { told, code } = await run([...words, '--data', await makeFolder(), '--lang', 'en'], environment)
  expect(code).toBe(1)
  expect(told.at(-1)).toMatch(sentence)
})
