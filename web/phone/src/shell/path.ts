import { useSyncExternalStore } from 'react'

const BASE = '/m'
const listeners = new Set<() => void>()
window.addEventListener('popstate', tell)

/** The address below `/m`: `/`, `/call`, `/tickets/…`. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, path)
}

export function go(to: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  window.history[replace ? 'replaceState' : 'pushState'](null, '', `${BASE}${to}`)
  window.scrollTo(0, 0)
  tell()
}

function path(): string {
  const { pathname } = window.location
  return pathname.startsWith(BASE) ? pathname.slice(BASE.length).replace(/\/$/, '') || '/' : '/'
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(): void {
  for (const listener of listeners) listener()
}
