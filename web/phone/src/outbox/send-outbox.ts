import { asProblem, type ProblemError } from '../api/problem-error.ts'
import { keep, readKept } from '../kept/kept.ts'
import { getLook } from '../look/look-store.ts'
import { getSession, sessionEnded } from '../session/session.ts'
import { nextToSend } from './entry.ts'
import { listEntries, refresh, removeEntry, saveEntry } from './outbox-store.ts'
import { type Arrived, sendEntry } from './send-entry.ts'

/** What passes by itself; everything else is an answer the person has to see. */
const PASSES: readonly ProblemError['code'][] = ['unreachable', 'overloaded', 'outcome-unknown', 'disk-full']
const AGAIN_MS = 5_000
const LONGEST_MS = 60_000
const ARRIVED = 'arrived'
const SHOWN_ARRIVED = 20

const listeners = new Set<() => void>()
let isSending = false
let wait = AGAIN_MS
let timer: ReturnType<typeof setTimeout> | undefined

/** Tells whenever something has arrived. */
export function onSent(hear: () => void): () => void {
  listeners.add(hear)
  return () => listeners.delete(hear)
}

/** From now on the outbox is emptied whenever there is a chance. */
export async function startSending(): Promise<void> {
  window.addEventListener('online', () => void sendOutbox())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void sendOutbox()
  })
  await refresh()
  await sendOutbox()
}

/** Sends what waits, oldest first, one after another; tries again later when the line is down. */
export async function sendOutbox(): Promise<void> {
  if (isSending) return
  isSending = true
  clearTimeout(timer)
  try {
    const isDone = await alone(sendAll)
    wait = isDone ? AGAIN_MS : Math.min(wait * 2, LONGEST_MS)
    if (!isDone) timer = setTimeout(() => void sendOutbox(), wait)
  } finally {
    isSending = false
  }
}

/** Two windows of the app would mix up the order; whoever comes second leaves it to the first. */
async function alone(work: () => Promise<boolean>): Promise<boolean> {
  if (!('locks' in navigator)) return work()
  return navigator.locks.request('shiji-outbox', { ifAvailable: true }, (lock) => (lock === null ? false : work()))
}

/** True when nothing is left that could be sent now. */
async function sendAll(): Promise<boolean> {
  for (;;) {
    const owner = getSession().me?.person.id
    const entry = owner === undefined ? null : nextToSend(await listEntries(), owner)
    if (entry === null) return true
    try {
      const arrived = await sendEntry(entry)
      await removeEntry(entry.seq)
      await noteArrival(entry.seq, arrived)
      for (const tell of listeners) tell()
    } catch (error) {
      const problem = asProblem(error, getLook().language)
      if (problem.code === 'not-signed-in') {
        // After signing in it goes on.
        sessionEnded()
        return true
      }
      if (PASSES.includes(problem.code)) return false
      const now = (await listEntries()).find(({ seq }) => seq === entry.seq)
      if (now !== undefined) await saveEntry({ ...now, refused: problem.message })
    }
  }
}

export type Arrival = Arrived & { readonly id: number; readonly at: number }

export async function listArrivals(): Promise<readonly Arrival[]> {
  return (await readKept<readonly Arrival[]>(ARRIVED))?.value ?? []
}

async function noteArrival(id: number, arrived: Arrived): Promise<void> {
  const before = await listArrivals()
  await keep(ARRIVED, [{ ...arrived, id, at: Date.now() }, ...before].slice(0, SHOWN_ARRIVED))
}
