import { useSyncExternalStore } from 'react'
import { api } from '../api/client.ts'
import { asProblem } from '../api/problem-error.ts'
import { forgetKept, keep, readKept } from '../kept/kept.ts'
import { getLook } from '../look/look-store.ts'

export type Me = Awaited<ReturnType<typeof api.directory.whoAmI>>
export type Session = {
  /** Whoever signed in last on this phone, also while it is offline or the session has ended. */
  readonly me: Me | null
  /** null as long as the server could not be asked. */
  readonly isIn: boolean | null
  readonly isRead: boolean
}

const KEY = 'me'
const listeners = new Set<() => void>()
let session: Session = { me: null, isIn: null, isRead: false }

export function getSession(): Session {
  return session
}

export function useSession(): Session {
  return useSyncExternalStore(subscribe, getSession)
}

export function useMay(permission: string): boolean {
  return useSession().me?.permissions.includes(permission) ?? false
}

/** First whom the phone remembers, then whom the server knows. */
export async function startSession(): Promise<void> {
  const kept = await readKept<Me>(KEY)
  set({ me: kept?.value ?? null, isIn: null, isRead: kept !== null })
  await askSession()
}

export async function askSession(): Promise<void> {
  try {
    await signedIn(await api.directory.whoAmI())
  } catch (error) {
    const { code } = asProblem(error, getLook().language)
    set({ ...session, isRead: true, isIn: code === 'not-signed-in' ? false : null })
  }
}

/** Another person on the same phone sees nothing the one before had read. */
export async function signedIn(me: Me): Promise<void> {
  if (session.me !== null && session.me.person.id !== me.person.id) await forgetKept()
  await keep(KEY, me)
  set({ me, isIn: true, isRead: true })
}

export function sessionEnded(): void {
  if (session.isIn !== false) set({ ...session, isIn: false })
}

export async function signOut(): Promise<void> {
  await api.directory.signOut()
  await forgetKept()
  set({ me: null, isIn: false, isRead: true })
}

function set(now: Session): void {
  session = now
  for (const tell of listeners) tell()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
