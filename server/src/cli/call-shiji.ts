import { COMMANDS } from './commands.ts'
import { runShiji } from './run-shiji.ts'

const abort = new AbortController()
process.once('SIGINT', () => abort.abort())
process.once('SIGTERM', () => abort.abort())
// A closed pipe (`shiji … | head`) ends the call quietly.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

process.exitCode = await runShiji(COMMANDS, process.argv.slice(2), {
  environment: process.env,
  input: process.stdin,
  print: (text) => void process.stdout.write(`${text}\n`),
  tell: (text) => void process.stderr.write(`${text}\n`),
  signal: abort.signal,
  today: Temporal.Now.plainDateISO().toString(),
})
