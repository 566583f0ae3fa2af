import { randomUUID } from 'node:crypto'
import { Pool } from 'pg'
import { MODULES } from '../app/modules.ts'
import { readMails } from '../modules/desk/mail/read-mails.ts'
import { makeDiskFileStore } from '../platform/files/disk-file-store.ts'
import { measuresOf } from '../platform/measure.ts'
import { listenersOf } from '../platform/module.ts'
import { makeSecretBox } from '../platform/secrets/secret-box.ts'

/** One visit of the mailbox in a process of its own, which a test may end at any moment. */
const { connection, schema, folder, key, now } = JSON.parse(process.env.SHIJI_VISIT ?? '')
const pool = new Pool({ ...connection, max: 2, pipeline: true })
await readMails({
  db: { pool, schema },
  files: makeDiskFileStore(folder),
  secrets: makeSecretBox([{ id: key.id, bytes: Buffer.from(key.bytes, 'base64') }]),
  actor: { kind: 'system', name: 'desk.read-mails' },
  now: Temporal.Instant.from(now),
  newId: randomUUID,
  requestId: 'apart',
  language: 'zh',
  district: '澄湖区',
  caller: { address: '127.0.0.1', device: 'test', session: null, setSession: () => undefined },
  listeners: listenersOf(MODULES),
  measures: measuresOf(MODULES),
})
await pool.end()
