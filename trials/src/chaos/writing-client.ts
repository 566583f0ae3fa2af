import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

export type Written = { readonly name: string; readonly key: string; tries: number; acknowledgedAt: number | null }

/** Someone who writes without pause and notes what was acknowledged; a write without answer is sent again under its key. */
export type WritingClient = {
  readonly writes: readonly Written[]
  /** Any status but 200 and 503, which no killing excuses. */
  readonly strange: readonly string[]
  /** After the write under way was acknowledged. */
  readonly stop: () => Promise<void>
  /** At once: the server it writes to will not come back. */
  readonly abandon: () => void
}

export type Desk = { readonly address: string; readonly cookie: string; readonly unitId: string }

const GIVE_UP_MS = 10_000

export function startWriting({ address, cookie, unitId }: Desk, label: string): WritingClient {
  const writes: Written[] = []
  const strange: string[] = []
  let stopped = false
  let abandoned = false

  async function send({ name, key }: Written): Promise<boolean> {
    const reply = await fetch(`${address}/api/units`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ parentId: unitId, name, kind: 'school' }),
      signal: AbortSignal.timeout(GIVE_UP_MS),
    }).catch(() => null)
    if (reply === null) return false
    const body = await reply.text().catch(() => null)
    if (reply.status === 200 && body !== null) return true
    if (reply.status !== 503 && body !== null) strange.push(`${reply.status} ${body.slice(0, 300)}`)
    return false
  }

  async function writeOn(): Promise<void> {
    for (let count = 0; !stopped; count += 1) {
      const write: Written = { name: `${label}-${count}`, key: randomUUID(), tries: 0, acknowledgedAt: null }
      writes.push(write)
      while (write.acknowledgedAt === null && strange.length < 20 && !abandoned) {
        write.tries += 1
        if (await send(write)) write.acknowledgedAt = performance.now()
        else await sleep(20)
      }
    }
  }

  const writing = writeOn()
  return {
    writes,
    strange,
    stop: async () => {
      stopped = true
      await writing
    },
    abandon: () => {
      stopped = true
      abandoned = true
    },
  }
}
