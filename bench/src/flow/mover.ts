import { once } from 'node:events'
import { takeStep } from '@shiji/server/modules/flow/take-step'
import { IN_BATCHES } from '@shiji/server/platform/database/pool'
import { inTransaction } from '@shiji/server/platform/database/transaction'
import { makeDiskFileStore } from '@shiji/server/platform/files/disk-file-store'
import { openSecretBox } from '@shiji/server/platform/secrets/key-file'
import { Pool } from 'pg'
import { agree, openHall } from './hall.ts'
import type { MoverOrder } from './movers.ts'

/** A process of its own that moves cases as fast as they go, begun by `movesPerSecond`. */
const [order] = (await once(process, 'message')) as [MoverOrder]
const { database, schema, folder, reviewers, seconds } = order
const pool = new Pool({ ...database, max: 10, ...IN_BATCHES })
const place = {
  pool,
  chenghu: { pool, schema },
  files: makeDiskFileStore(folder),
  secrets: await openSecretBox(folder),
}
const hall = await openHall(place, reviewers)
process.send?.('ready')
await once(process, 'message')
let moves = 0
const until = performance.now() + seconds * 1000
await Promise.all(
  hall.contexts.map(async (context, seat) => {
    while (performance.now() < until) {
      const step = await agree(hall, seat)
      await inTransaction(context.db, (tx) => takeStep(tx, context, step))
      moves += 1
    }
  }),
)
process.send?.(moves)
await pool.end()
process.disconnect?.()
