/**
 * The same function, which remembers up to `most` of its answers and forgets the oldest for a new one. Only for what gives
 * the same answer to the same key every time, and whose answers nobody changes. What strangers write is remembered up to
 * `longest` characters: a long text would not come back, and it takes room.
 */
export function remember<Key extends string | number, Value>(
  most: number,
  make: (key: Key) => Value,
  longest = Number.POSITIVE_INFINITY,
): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const kept = known.get(key)
    if (kept !== undefined) return kept
    const made = make(key)
    if (typeof key === 'string' && key.length > longest) return made
    const [oldest] = known.size < most ? [] : known.keys()
    if (oldest !== undefined) known.delete(oldest)
    known.set(key, made)
    return made
  }
}
