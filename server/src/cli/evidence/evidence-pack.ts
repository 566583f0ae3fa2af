import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { say } from '@shiji/kernel/wording'
import type { Pool } from 'pg'
import type { TenantDatabase } from '#platform/database/transaction'
import { type Call, CallRefused, type Command, type ExitCode } from '../command.ts'
import { DATA_OPTION, defaultDataFolder } from '../data-option.ts'
import { onDatabaseThere } from '../on-database.ts'

const WORDS = {
  usage: {
    zh: '用法：shiji evidence pack 申报表编号 文件.zip [--masked]；编号在申报表页面的地址里。',
    en: 'usage: shiji evidence pack DECLARATION FILE.zip [--masked]; the id stands in the address of the declaration.',
  },
  noSeal: {
    zh: '申报表 {id} 还没有封存过。请先在申报表或指标看板上点“封存”。',
    en: 'Declaration {id} was never sealed. Seal it on its page or on the board first.',
  },
  notAnchored: {
    zh: '账本还没有封入这一条。请让服务运行几秒再取。',
    en: 'The ledger has not chained the entry yet. Let the server run a few seconds and ask again.',
  },
  written: {
    zh: '{file}：第 {number} 次封存，{records} 条记录，根校验值 {root}',
    en: '{file}: seal {number}, {records} records, root {root}',
  },
} as const

export const evidencePack: Command = {
  path: ['evidence', 'pack'],
  summary: {
    zh: '把申报表最近一次封存写成证据包；--masked 遮盖姓名和文字，校验值不变',
    en: 'write the newest seal of a declaration as an evidence pack; --masked leaves out names and texts, the hashes stay',
  },
  usage: 'DECLARATION FILE',
  options: {
    data: DATA_OPTION,
    masked: { kind: 'flag', describe: { zh: '遮盖姓名、文字和附件', en: 'mask names and texts, leave files out' } },
  },
  run: pack,
}

async function pack(call: Call): Promise<ExitCode> {
  const [id, file] = call.arguments
  const isId = id !== undefined && /^[0-9a-f-]{36}$/.test(id)
  if (!isId || file === undefined) throw new CallRefused(say(WORDS.usage, call.language))
  const dataFolder = resolve(call.texts.data ?? defaultDataFolder())
  const seal = await onDatabaseThere(call, dataFolder, (pool) => writePack(call, { pool, dataFolder, id, file }))
  const { number, records, root } = seal
  if (call.json) call.print(JSON.stringify({ file, number, records, root }))
  else call.print(say(WORDS.written, call.language, { file, number, records, root }))
  return 0
}

type Asked = { readonly pool: Pool; readonly dataFolder: string; readonly id: string; readonly file: string }

async function writePack(call: Call, { pool, dataFolder, id, file }: Asked) {
  const { findSeal, listSeals, takePack } = await import('#modules/evidence')
  const { read } = await import('#platform/database/transaction')
  const { makeDiskFileStore } = await import('#platform/files/disk-file-store')
  const { listTenants } = await import('#platform/tenants/list-tenants')
  const { Refusal } = await import('#platform/refusal')
  for (const { schema, state } of await listTenants(pool)) {
    if (state !== 'open') continue
    const db: TenantDatabase = { pool, schema }
    const seal = await read(db, async (reader) => {
      const [newest] = await listSeals(reader, id)
      return newest === undefined ? undefined : findSeal(reader, { subjectId: id, number: newest.number })
    })
    if (seal === undefined) continue
    const files = makeDiskFileStore(join(dataFolder, 'files', schema))
    const pieces = await takePack({ db, files }, seal, { masked: call.flags.masked === true }).catch((error) => {
      if (error instanceof Refusal) throw new CallRefused(say(WORDS.notAnchored, call.language))
      throw error
    })
    await writeFile(file, Buffer.concat(pieces))
    return seal
  }
  throw new CallRefused(say(WORDS.noSeal, call.language, { id }))
}
