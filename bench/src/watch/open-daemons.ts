import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Asked, check } from '@shiji/server/modules/watch/probes/check'
import { layMariadb, startMariadb } from '@shiji/server/testing/mariadb'
import { findProgram, freePort } from '@shiji/server/testing/programs'
import { makeFolder } from '@shiji/trials/trial-world'
import type { Gate } from './open-gates.ts'

const HOST = '127.0.0.1'
const WORD = 'sees-little'

/** A server of Debian: how it is prepared in a folder of its own, started on a port, and asked. */
type Daemon = {
  readonly program: string
  readonly prepare?: (place: Place) => Promise<void>
  readonly start: (place: Place) => ChildProcess
  readonly target: (port: number) => Asked
  readonly secret: string
}

type Place = { readonly server: string; readonly folder: string; readonly port: number }

const DAEMONS: readonly Daemon[] = [
  {
    program: 'mariadbd',
    prepare: (place) => layMariadb(place, [`create or replace user watcher@'${HOST}' identified by '${WORD}'`]),
    start: (place) => startMariadb(place),
    target: (port) => ({
      kind: 'mysql',
      host: HOST,
      port,
      isSecure: false,
      database: 'information_schema',
      user: 'watcher',
    }),
    secret: WORD,
  },
  {
    program: 'redis-server',
    start: (place) => run(place, ['--port', String(place.port), '--bind', HOST, '--save', '', '--requirepass', WORD]),
    target: (port) => ({ kind: 'redis', host: HOST, port, isSecure: false, user: '' }),
    secret: WORD,
  },
  {
    program: 'snmpd',
    prepare: ({ folder }) => writeFile(join(folder, 'conf'), `rocommunity ${WORD}\n`),
    start: (place) => run(place, ['-f', '-C', '-c', join(place.folder, 'conf'), '-Ln', `udp:${HOST}:${place.port}`]),
    target: (port) => ({
      ...{ kind: 'snmp', host: HOST, port, factor: '0.01', least: '0', most: null, security: null },
      // How long it has been running, in hundredths of a second.
      oid: '1.3.6.1.2.1.1.3.0',
    }),
    secret: WORD,
  },
  {
    program: 'dnsmasq',
    start: (place) =>
      run(place, [
        ...['--keep-in-foreground', '--conf-file=/dev/null', `--port=${place.port}`, `--listen-address=${HOST}`],
        ...['--bind-interfaces', '--no-resolv', '--no-hosts', '--address=/portal.example/10.1.2.3', '--pid-file'],
      ]),
    target: (port) => ({ kind: 'dns', host: HOST, port, name: 'portal.example', record: 'A', contains: '10.1.2.3' }),
    secret: '',
  },
]

/** Those that are installed here, in processes that can be killed and started anew on their port. */
export async function openDaemons(): Promise<readonly Gate[]> {
  const gates = DAEMONS.map(async (daemon) => {
    const server = findProgram(daemon.program)
    if (server === undefined) {
      process.stderr.write(`not installed here, so not taken away: ${daemon.program}\n`)
      return []
    }
    return [await gateOf(daemon, { server, folder: await makeFolder(), port: await freePort() })]
  })
  return (await Promise.all(gates)).flat()
}

async function gateOf(daemon: Daemon, place: Place): Promise<Gate> {
  await mkdir(place.folder, { recursive: true })
  await daemon.prepare?.(place)
  const asked = { target: daemon.target(place.port), secret: daemon.secret }
  let child: ChildProcess
  const open = async () => {
    child = daemon.start(place)
    await untilAnswered(asked, place.port).catch((error: unknown) => {
      child.kill('SIGKILL')
      throw error
    })
  }
  const shut = async () => {
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  await open()
  const close = () => shut().then(() => rm(place.folder, { recursive: true, force: true }))
  return { ...asked, port: place.port, open, shut, close }
}

function run({ server, folder }: Place, words: readonly string[]): ChildProcess {
  return spawn(server, words, { cwd: folder, stdio: 'ignore', env: { ...process.env, SNMP_PERSISTENT_DIR: folder } })
}

const PATIENCE_MS = 30_000
const AGAIN_MS = 50

async function untilAnswered(asked: Pick<Gate, 'target' | 'secret'>, port: number): Promise<void> {
  const allowed = [{ host: HOST, port, reach: 'this-machine' }] as const
  for (const begun = performance.now(); performance.now() - begun < PATIENCE_MS; await sleep(AGAIN_MS)) {
    const { problem } = await check({ ...asked, timeoutMs: 1_000, allowed: [...allowed] })
    if (problem === null) return
  }
  throw new Error(`${asked.target.kind} on ${port} does not answer`)
}
