import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { say } from '@shiji/kernel/wording'
import type { Manifest } from '#platform/backup/manifest'
import type { BackupProgress } from '#platform/backup/save-backup'
import { type Call, CallRefused, type Command, type ExitCode } from '../command.ts'
import { DATA_OPTION, defaultDataFolder } from '../data-option.ts'
import { onDatabaseThere } from '../on-database.ts'
import { BACKUP } from './backup-wording.ts'

export const backup: Command = {
  path: ['backup'],
  summary: {
    zh: '把全部数据（记录、文件、账本头）存成一个文件；服务可以照常运行',
    en: 'save everything (records, files, ledger heads) in one file, beside a running server',
  },
  usage: 'FILE',
  options: { data: DATA_OPTION },
  run: save,
}

async function save(call: Call): Promise<ExitCode> {
  const file = fileOf(call, 'backup FILE')
  if (await exists(file)) throw new CallRefused(say(BACKUP.fileExists, call.language, { file }))
  const dataFolder = resolve(call.texts.data ?? defaultDataFolder())
  const { saveBackup } = await import('#platform/backup/save-backup')
  const now = Temporal.Now.instant()
  const tell = (progress: BackupProgress) => call.tell(say(BACKUP[progress.kind], call.language, { ...progress }))
  const manifest = await onDatabaseThere(call, dataFolder, (pool) =>
    saveBackup({ pool, dataFolder, file, now, signal: call.signal, tell }),
  ).catch((error: unknown) => {
    if (call.signal.aborted) throw new CallRefused(say(BACKUP.cancelled, call.language))
    throw error
  })
  const { size } = await stat(file)
  if (call.json) call.print(JSON.stringify({ file, bytes: size, ...summaryOf(manifest) }))
  else {
    const megabytes = (size / 2 ** 20).toFixed(1)
    call.print(say(BACKUP.saved, call.language, { file, megabytes, ...totalsOf(manifest) }))
  }
  return 0
}

export function fileOf(call: Call, usage: string): string {
  const [given] = call.arguments
  if (given === undefined) {
    throw new CallRefused(say(BACKUP.fileMissing, call.language, { usage: `shiji ${usage}` }))
  }
  return resolve(given)
}

export function summaryOf({ at, tenants }: Manifest) {
  return { at, tenants: tenants.map(({ slug, name, rows, files }) => ({ slug, name, rows, files })) }
}

export function totalsOf({ tenants }: Manifest): { readonly rows: number; readonly files: number } {
  const sum = (of: 'rows' | 'files') => tenants.reduce((total, tenant) => total + tenant[of], 0)
  return { rows: sum('rows'), files: sum('files') }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}
