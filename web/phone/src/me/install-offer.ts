import { useSyncExternalStore } from 'react'

/** What Chromium hands over when the app could be installed. */
type Offer = Event & { readonly prompt: () => Promise<unknown> }

let offer: Offer | null = null
const listeners = new Set<() => void>()

/** The offer comes once and early; it waits here until the person looks for it. */
export function noteInstallOffer(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    set(event as Offer)
  })
  window.addEventListener('appinstalled', () => set(null))
}

export function useInstallOffer(): (() => void) | null {
  const now = useSyncExternalStore(subscribe, () => offer)
  return now === null ? null : () => void now.prompt()
}

function set(now: Offer | null): void {
  offer = now
  for (const tell of listeners) tell()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
