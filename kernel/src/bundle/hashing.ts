/**
 * Work that needs hashes without saying who makes them: it asks for a batch and is given as many in hexadecimal, by
 * Node at once or by a browser later.
 */
export type Hashing<Value> = Generator<readonly Hashable[], Value, readonly string[]>

export type Hashable = string | Uint8Array<ArrayBuffer>

/** With a hash that answers at once; a text is hashed as UTF-8. */
export function hashNow<Value>(work: Hashing<Value>, hash: (one: Hashable) => string): Value {
  let step = work.next()
  while (step.done !== true) step = work.next(step.value.map(hash))
  return step.value
}
