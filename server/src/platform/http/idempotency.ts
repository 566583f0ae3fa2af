import { createHash } from 'node:crypto'
import type { AnyContractProcedure } from '@orpc/contract'
import type { Context } from '../context.ts'
import { refuse } from '../refusal.ts'

const REMEMBERED = Temporal.Duration.from({ hours: 24 })
const KEY = /^[\w-]{8,100}$/

/** The context of a request under an `Idempotency-Key`: whatever it changes is changed once. Reading needs no key. */
export async function withKey(
  context: Context,
  key: string | undefined,
  { procedure, input }: { procedure: AnyContractProcedure; input: unknown },
): Promise<Context> {
  const { method, path } = procedure['~orpc'].route
  if (key === undefined || method === 'GET' || context.actor.kind !== 'person') return context
  if (!KEY.test(key)) refuse('input-invalid', { problem: 'Idempotency-Key: 8–100 × A–Z a–z 0–9 - _' })

  let steps = 0
  const once = {
    actorId: context.actor.personId,
    key,
    requestHash: await hashOf(`${method} ${path}`, input),
    now: context.now,
    since: context.now.subtract(REMEMBERED),
    nextStep: () => steps++,
  }
  return { ...context, db: { ...context.db, once } }
}

async function hashOf(route: string, input: unknown): Promise<string> {
  const hash = createHash('sha256')
    .update(route)
    .update('\n')
    .update(JSON.stringify(input) ?? '')
  const values: unknown[] = typeof input === 'object' && input !== null ? Object.values(input) : []
  for (const value of values) {
    if (value instanceof Blob) hash.update('\n').update(new Uint8Array(await value.arrayBuffer()))
  }
  return hash.digest('hex')
}
