import { type ReactNode, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'

let slot: HTMLElement | null = null
const listeners = new Set<() => void>()

/** Where the right drawer appears: beside the content at the desk, below it on a phone. */
export function DeskDrawer() {
  return <div className="drawer-slot" ref={fillSlot} />
}

type InDrawerProps = { readonly title: string; readonly children: ReactNode }

/** What a page shows in the right drawer while it renders this. */
export function InDrawer({ title, children }: InDrawerProps) {
  const place = useSyncExternalStore(subscribe, () => slot)
  if (place === null) return null
  return createPortal(
    <aside className="drawer" aria-label={title}>
      {children}
    </aside>,
    place,
  )
}

function fillSlot(element: HTMLElement | null): void {
  slot = element
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
