import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Mariadb = {
  /** The program; Debian has it as mariadb-server-core. */
  readonly server: string
  /** A folder of its own, open to everybody: whoever is root runs it as nobody. */
  readonly folder: string
  readonly port: number
}

/** Makes its tables of accounts with its own scripts, and keeps what it does first whenever it opens. */
export async function layMariadb(mariadb: Mariadb, first: readonly string[]): Promise<void> {
  const { server, folder } = mariadb
  const share = shareOf(server)
  await chmod(folder, 0o777)
  await mkdir(dataOf(folder))
  await chmod(dataOf(folder), 0o777)
  await writeFile(firstOf(folder), first.map((one) => `${one};`).join('\n'))
  const scripts = ['mysql_system_tables.sql', 'mysql_performance_tables.sql', 'mysql_system_tables_data.sql']
  const texts = await Promise.all(scripts.map((name) => readFile(join(share, name), 'utf8')))
  execFileSync(server, [...usualOf(mariadb), '--bootstrap'], {
    input: `create database mysql;\nuse mysql;\n${texts.join('\n')}`,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
}

/** Started, not yet answering. */
export function startMariadb(mariadb: Mariadb, words: readonly string[] = []): ChildProcess {
  const { server, folder, port } = mariadb
  const own = [
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    `--socket=${join(folder, 's')}`,
    `--pid-file=${join(folder, 'pid')}`,
    `--init-file=${firstOf(folder)}`,
    '--skip-name-resolve',
  ]
  return spawn(server, [...usualOf(mariadb), ...own, ...words], { stdio: 'ignore' })
}

function usualOf({ server, folder }: Mariadb): string[] {
  const user = process.getuid?.() === 0 ? ['--user=nobody'] : []
  const texts = `--lc-messages-dir=${shareOf(server)}`
  return ['--no-defaults', ...user, `--datadir=${dataOf(folder)}`, texts, '--innodb-buffer-pool-size=16M']
}

const shareOf = (server: string) => join(server, '..', '..', 'share', 'mysql')
const dataOf = (folder: string) => join(folder, 'data')
const firstOf = (folder: string) => join(folder, 'first.sql')
