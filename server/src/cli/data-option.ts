import { createHash } from 'node:crypto'
import { constants, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Option } from './command.ts'

const PROGRAM = resolve(import.meta.dirname, '../../..')

/** Where the product keeps its data, for every command that needs it. */
export const DATA_OPTION: Option = {
  kind: 'text',
  placeholder: 'FOLDER',
  describe: {
    zh: '数据目录（默认在程序旁的 data）；用别的 PostgreSQL 18 请设 DATABASE_URL',
    en: 'the data folder (default: data beside the program); DATABASE_URL names another PostgreSQL 18',
  },
}

/** Beside the program; as root only where the database's own user can get to it. */
export function defaultDataFolder(name: 'data' | 'data-demo' = 'data'): string {
  const beside = resolve(PROGRAM, name)
  if (process.getuid?.() !== 0 || isOpenToOthers(PROGRAM)) return beside
  return `/var/lib/shiji/${createHash('sha256').update(PROGRAM).digest('hex').slice(0, 12)}/${name}`
}

function isOpenToOthers(folder: string): boolean {
  const mayEnter = (statSync(folder).mode & constants.S_IXOTH) !== 0
  return mayEnter && (dirname(folder) === folder || isOpenToOthers(dirname(folder)))
}
