import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { devicePortsOf } from './device-ports.ts'
import { sayStartProblem } from './start-problem.ts'

const read = (environment: Record<string, string>) => devicePortsOf({ environment, language: 'en' })

test.each([
  [{}, {}],
  [{ SHIJI_SYSLOG_PORT: ' ' }, {}],
  [{ SHIJI_SYSLOG_PORT: '5514' }, { syslogPort: 5514 }],
  [{ SHIJI_TRAP_PORT: '1162' }, { trapPort: 1162 }],
  [
    { SHIJI_SYSLOG_PORT: '5514', SHIJI_TRAP_PORT: '162' },
    { syslogPort: 5514, trapPort: 162 },
  ],
])('ports of devices by %j: %j', (environment, expected) => expect(read(environment)).toEqual(expected))

const NAMES = ['SHIJI_SYSLOG_PORT', 'SHIJI_TRAP_PORT'] as const
test.each(NAMES.flatMap((name) => ['0', '65536', 'yes', '51.4'].map((text) => [name, text] as const)))(
  'a start with %s %j is refused, naming what is wrong',
  (name, text) => expect(() => read({ [name]: text })).toThrow(`"${text}" in ${name}`),
)

test('a port another program has is named, and what to change', async () => {
  const other = createServer()
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
  onTestFinished(() => void other.close())
  const bound = other.address()
  const port = bound === null || typeof bound === 'string' ? 0 : bound.port
  const host = '127.0.0.1'
  const error = await new Promise((refused) => createServer().on('error', refused).listen(port, host))
  const said = sayStartProblem(error, { port: 8080, host, dataFolder: '/srv', language: 'en', isForeign: false })
  expect(said).toContain(`Port ${port} (127.0.0.1) for logs or traps of devices cannot be used (EADDRINUSE)`)
})
