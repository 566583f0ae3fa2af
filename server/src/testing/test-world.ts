import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import { inject, onTestFinished } from 'vitest'
import type { District } from '../app/make-app.ts'
import type { Actor, Context } from '../platform/context.ts'
import type { TenantDatabase } from '../platform/database/transaction.ts'
import { makeDiskFileStore } from '../platform/files/disk-file-store.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import { KEY_BYTES, makeSecretBox, type SecretBox } from '../platform/secrets/secret-box.ts'
import { TEMPLATE_DATABASE } from './global-setup.ts'

/** A fresh copy of the migrated database for one test, with two districts in it. */
export type TestWorld = {
  readonly pool: Pool
  readonly chenghu: TenantDatabase
  readonly linxi: TenantDatabase
  /** A folder of this test alone. */
  readonly files: FileStore
  readonly secrets: SecretBox
  /** 澄湖区 as a server serves it. */
  readonly district: District
  readonly newId: () => string
  /** A context on 澄湖区, for calling a use case or the platform without HTTP. */
  readonly contextOf: (actor: Actor, now: Temporal.Instant) => Context
}

/** One that another process can open too. */
export type SharedWorld = TestWorld & {
  /** Its database, folder of files and key. */
  readonly apart: { readonly connection: object; readonly folder: string; readonly key: { id: string; bytes: string } }
}

/** Gone when the test is over; what several tests of a file look at says itself when it goes. */
export async function makeWorld(atEnd: (close: () => Promise<void>) => void = onTestFinished): Promise<SharedWorld> {
  const connection = inject('postgres')
  const database = `test_${randomBytes(6).toString('hex')}`
  const admin = new Pool({ ...connection, database: 'postgres', max: 1 })
  await admin.query(`create database ${database} template ${TEMPLATE_DATABASE} strategy file_copy`)
  const pool = new Pool({ ...connection, database, max: 10, pipeline: true })
  // `drop … with (force)` below cuts what the pool has not closed yet.
  pool.on('error', () => undefined)
  const folder = await mkdtemp(join(tmpdir(), 'shiji-files-'))
  const files = makeDiskFileStore(folder)
  const key = { id: '0000000a', bytes: randomBytes(KEY_BYTES) }
  const secrets = makeSecretBox([key])
  atEnd(async () => {
    await rm(folder, { recursive: true, force: true })
    await pool.end()
    await admin.query(`drop database ${database} with (force)`)
    await admin.end()
  })
  const chenghu = { pool, schema: 'tenant_chenghu' }
  const caller = { address: '127.0.0.1', device: 'test', session: null, setSession: () => undefined }
  return {
    pool,
    chenghu,
    linxi: { pool, schema: 'tenant_linxi' },
    files,
    secrets,
    apart: {
      connection: { ...connection, database },
      folder,
      key: { id: key.id, bytes: key.bytes.toString('base64') },
    },
    district: { db: chenghu, files, secrets, name: '澄湖区' },
    newId: randomUUID,
    contextOf: (actor, now) => ({
      db: chenghu,
      files,
      secrets,
      actor,
      now,
      newId: randomUUID,
      requestId: 'r-1',
      language: 'zh',
      district: '澄湖区',
      caller,
      listeners: [],
      measures: new Map(),
    }),
  }
}
