import { randomBytes, randomUUID } from 'node:crypto'
import { permissionsOf } from '@shiji/server/modules/directory/permissions'
import type { Context } from '@shiji/server/platform/context'
import { makePool } from '@shiji/server/platform/database/pool'
import { makeDiskFileStore } from '@shiji/server/platform/files/disk-file-store'
import { KEY_BYTES, makeSecretBox } from '@shiji/server/platform/secrets/secret-box'
import type { Pool } from 'pg'
import type { House } from './open-house.ts'

/** Who asks a use case without HTTP in between. */
export type Asker = { readonly personId: string; readonly unitId: string }

/** The pool as the product makes it, and contexts on it: a use case measured by itself. */
export type InProcess = {
  readonly pool: Pool
  readonly contextOf: (schema: string, asker: Asker) => Context
  readonly close: () => Promise<void>
}

export function openInProcess({ server }: House): InProcess {
  const connection = { host: `${server.dataFolder}/socket`, user: 'shiji', database: 'shiji' }
  const pool = makePool(connection, 'shiji-bench')
  return {
    pool,
    close: () => pool.end(),
    contextOf: (schema, { personId, unitId }) => ({
      db: { pool, schema },
      files: makeDiskFileStore(`${server.dataFolder}/files/${schema}`),
      secrets: makeSecretBox([{ id: '0000000a', bytes: randomBytes(KEY_BYTES) }]),
      actor: {
        kind: 'person',
        personId,
        unitId,
        sessionId: randomUUID(),
        permissions: permissionsOf(['system-administrator', 'project-contact']),
      },
      now: Temporal.Now.instant(),
      newId: randomUUID,
      requestId: 'bench',
      language: 'zh',
      district: '澄湖区',
      listeners: [],
      measures: new Map(),
      caller: { address: '127.0.0.1', device: 'bench', session: null, setSession: () => undefined },
    }),
  }
}
