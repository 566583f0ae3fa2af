import { randomUUID } from 'node:crypto'
import { moveTenant } from '@shiji/server/platform/tenants/move/move-tenant'
import { z } from 'zod'
import { ServerAddress, serverAt } from './server-address.ts'

const Order = z.object({ from: ServerAddress, to: ServerAddress, schema: z.string() })

/** A move in a process of its own, so that it can be killed: one line for each step, the last with its pause. */
const { from, to, schema } = Order.parse(JSON.parse(process.argv[2] ?? ''))
const ways = { from: serverAt(from, 5), to: serverAt(to, 5), schema }
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)

const moved = await moveTenant({
  ...ways,
  newId: randomUUID,
  requestId: randomUUID(),
  now: () => Temporal.Now.instant(),
  signal: new AbortController().signal,
  tell: (step) => say({ step }),
})
say(moved)
await Promise.all([ways.from.pool.end(), ways.to.pool.end()])
