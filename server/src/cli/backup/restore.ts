import { randomUUID } from 'node:crypto'
import { access, constants } from 'node:fs/promises'
import { resolve } from 'node:path'
import { say } from '@shiji/kernel/wording'
import { officeMoment } from '#platform/office-day'
import { type Call, CallRefused, type Command, type ExitCode } from '../command.ts'
import { DATA_OPTION, defaultDataFolder } from '../data-option.ts'
import { onDatabase } from '../on-database.ts'
import { fileOf, summaryOf, totalsOf } from './backup.ts'
import { BACKUP, RESTORE_PROBLEMS } from './backup-wording.ts'

export const restore: Command = {
  path: ['restore'],
  summary: {
    zh: '把备份恢复到一个空的数据目录，逐个核对散列值和账本',
    en: 'restore a backup into an empty data folder, comparing every hash and verifying the ledger',
  },
  usage: 'FILE',
  options: { data: DATA_OPTION },
  run: bringBack,
}

async function bringBack(call: Call): Promise<ExitCode> {
  const file = fileOf(call, 'restore FILE --data FOLDER')
  await access(file, constants.R_OK).catch(({ code }: NodeJS.ErrnoException) => {
    throw new CallRefused(say(BACKUP.fileNotFound, call.language, { file, code: code ?? '' }), 3)
  })
  const dataFolder = resolve(call.texts.data ?? defaultDataFolder())
  const { restoreBackup, RestoreRefused } = await import('#platform/backup/restore-backup')
  const { verifyAll } = await import('#platform/ledger/verify-all')
  const { manifest, verdict } = await onDatabase(call, dataFolder, async (pool) => {
    const manifest = await restoreBackup({
      pool,
      dataFolder,
      file,
      now: () => Temporal.Now.instant(),
      newId: randomUUID,
      signal: call.signal,
      tell: (table) => call.tell(say(BACKUP.restoring, call.language, table)),
    })
    return { manifest, verdict: await verifyAll(pool, dataFolder) }
  }).catch((error: unknown) => {
    if (call.signal.aborted) throw new CallRefused(say(BACKUP.cancelled, call.language))
    if (!(error instanceof RestoreRefused)) throw error
    throw new CallRefused(say(RESTORE_PROBLEMS[error.problem], call.language, { detail: error.detail }), 3)
  })
  const isWhole = verdict.unreadable.length === 0 && verdict.tenants.every(({ faults }) => faults.length === 0)
  const sentence = isWhole ? BACKUP.restored : BACKUP.restoredWithFaults
  if (call.json) call.print(JSON.stringify({ whole: isWhole, ...summaryOf(manifest) }))
  else
    call.print(
      say(sentence, call.language, { at: officeMoment(Temporal.Instant.from(manifest.at)), ...totalsOf(manifest) }),
    )
  return isWhole ? 0 : 2
}
