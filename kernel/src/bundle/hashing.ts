import type { ZipText } from './stored-zip.ts'

/**
 * Work that needs hashes without saying who makes them: it asks for a batch and is given as many in hexadecimal, by
 * Node at once or by a browser later.
 */
export type Hashing<Value> = Generator<readonly Hashable[], Value, readonly string[]>

export type Hashable = string | Uint8Array<ArrayBuffer>

/** With a hash that answers at once. */
export function hashNow<Value>(work: Hashing<Value>, hash: (bytes: Uint8Array) => string, { encode }: ZipText): Value {
  let step = work.next()
  while (step.done !== true) {
    step = work.next(step.value.map((one) => hash(typeof one === 'string' ? encode(one) : one)))
  }
  return step.value
}
