import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Option } from './command.ts'

/** Where the product keeps its data, for every command that needs it. */
export const DATA_OPTION: Option = {
  kind: 'text',
  placeholder: 'FOLDER',
  describe: {
    zh: '数据目录（默认 ~/.local/share/shiji，root 为 /var/lib/shiji）；用别的 PostgreSQL 18 请设 DATABASE_URL',
    en: 'the data folder (default ~/.local/share/shiji, for root /var/lib/shiji); DATABASE_URL names another PostgreSQL 18',
  },
}

/** A folder the database's own user can reach: the homes of root and of others are closed to it. */
export function usualDataFolder(): string {
  return process.getuid?.() === 0 ? '/var/lib/shiji' : join(homedir(), '.local', 'share', 'shiji')
}
