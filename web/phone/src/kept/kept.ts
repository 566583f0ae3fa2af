import { inStore } from './database.ts'

/** What was read, and when. */
export type Kept<Value> = { readonly value: Value; readonly at: number }

export async function readKept<Value>(key: string): Promise<Kept<Value> | null> {
  return ((await inStore('kept', 'readonly', (store) => store.get(key))) as Kept<Value> | undefined) ?? null
}

export async function keep(key: string, value: unknown): Promise<void> {
  await inStore('kept', 'readwrite', (store) => store.put({ value, at: Date.now() }, key))
}

/** At signing out nothing of the office stays but what still has to be sent. */
export async function forgetKept(): Promise<void> {
  await inStore('kept', 'readwrite', (store) => store.clear())
}
