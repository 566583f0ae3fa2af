import { useSyncExternalStore } from 'react'
import { inStore } from '../kept/database.ts'
import type { Entry, Work } from './entry.ts'

const listeners = new Set<() => void>()
let shown: readonly Entry[] = []

/** Keeps an entry on the phone; when this resolves it survives whatever happens to the app. */
export async function addEntry(work: Work, { owner, at }: { owner: string; at: string }): Promise<number> {
  const entry = { ...work, owner, at, savedAt: new Date().toISOString(), refused: null }
  const seq = await inStore('outbox', 'readwrite', (store) => store.add(entry))
  await refresh()
  return Number(seq)
}

/** Oldest first. */
export function listEntries(): Promise<Entry[]> {
  return inStore('outbox', 'readonly', (store) => store.getAll() as IDBRequest<Entry[]>)
}

export async function saveEntry(entry: Entry): Promise<void> {
  await inStore('outbox', 'readwrite', (store) => store.put(entry))
  await refresh()
}

export async function removeEntry(seq: number): Promise<void> {
  await inStore('outbox', 'readwrite', (store) => store.delete(seq))
  await refresh()
}

export function useOutbox(): readonly Entry[] {
  return useSyncExternalStore(subscribe, () => shown)
}

export async function refresh(): Promise<void> {
  shown = await listEntries()
  for (const tell of listeners) tell()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
