import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

/** OWASP's first choice for Argon2id: 19 MiB, 2 passes, 1 lane. Stored beside the hash, so it can be raised later. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const tag = await deriveTag(password, salt, COST)
  return ['argon2id', COST.memory, COST.passes, COST.parallelism, salt.toString('base64'), tag.toString('base64')].join(
    '$',
  )
}

/** Takes as long for an unknown person (`null`) as for a known one, so that nobody learns who exists. */
export async function matchesPassword(password: string, stored: string | null): Promise<boolean> {
  const [, memory, passes, parallelism, salt, tag] = (stored ?? NOBODY).split('$')
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  const expected = Buffer.from(tag ?? '', 'base64')
  const found = await deriveTag(password, Buffer.from(salt ?? '', 'base64'), cost)
  return found.length === expected.length && timingSafeEqual(found, expected) && stored !== null
}

type Cost = { readonly memory: number; readonly passes: number; readonly parallelism: number }

async function deriveTag(password: string, nonce: Buffer, cost: Cost): Promise<Buffer> {
  return derive('argon2id', { message: Buffer.from(password.normalize('NFC')), nonce, tagLength: 32, ...cost })
}

const NOBODY = [
  'argon2id',
  COST.memory,
  COST.passes,
  COST.parallelism,
  Buffer.alloc(16).toString('base64'),
  Buffer.alloc(32).toString('base64'),
].join('$')
