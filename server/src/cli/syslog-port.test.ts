import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { sayStartProblem } from './start-problem.ts'
import { syslogOf } from './syslog-port.ts'

const read = (text: string | undefined) =>
  syslogOf({ environment: text === undefined ? {} : { SHIJI_SYSLOG_PORT: text }, language: 'en' })

test.each([
  [undefined, {}],
  [' ', {}],
  ['5514', { syslogPort: 5514 }],
])('SHIJI_SYSLOG_PORT %j: %j', (text, expected) => expect(read(text)).toEqual(expected))

test.each(['0', '65536', 'yes', '51.4'])('a start with SHIJI_SYSLOG_PORT %j is refused, naming what is wrong', (text) =>
  expect(() => read(text)).toThrow(`"${text}" in SHIJI_SYSLOG_PORT`),
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
  expect(said).toContain(`Port ${port} (127.0.0.1) for system logs cannot be used (EADDRINUSE)`)
})
