import type { Language } from '@shiji/kernel/wording'
import { useSyncExternalStore } from 'react'
import { readStored, store } from '#desk/kit/stored.ts'
import { paintLook } from './paint-look.ts'
import type { Shown } from './tokens.ts'

/** How this person wants the desk to look, kept in this browser. */
export type Look = {
  readonly language: Language
  readonly theme: 'system' | 'light' | 'dark'
  /** 长辈版: larger letters and larger targets. */
  readonly elder: boolean
}

const STORED_AS = 'shiji-look'
const DARK = window.matchMedia('(prefers-color-scheme: dark)')
/** The same width at which our styles fold. */
const PHONE = window.matchMedia('(max-width: 720px)')
const STILL = window.matchMedia('(prefers-reduced-motion: reduce)')
const listeners = new Set<() => void>()
let look = storedLook()

export function getLook(): Look {
  return look
}

export function changeLook(change: Partial<Look>): void {
  look = { ...look, ...change }
  store(STORED_AS, look)
  showLook()
}

export function useLook(): Look {
  return useSyncExternalStore(whenLookChanges, getLook)
}

/** What the wishes come to on this screen. */
export function useShown(): Shown {
  const dark = useSyncExternalStore(whenLookChanges, isDark)
  const phone = useSyncExternalStore(whenLookChanges, () => PHONE.matches)
  return { dark, phone, elder: useLook().elder }
}

/** Whether this person asked the system that nothing moves. */
export function wantsStillness(): boolean {
  return STILL.matches
}

/** Paints the page before React draws the first time, so that nothing flashes; all tabs of a browser look alike. */
export function startLook(): void {
  DARK.addEventListener('change', showLook)
  PHONE.addEventListener('change', showLook)
  window.addEventListener('storage', ({ key }) => {
    if (key !== STORED_AS) return
    look = storedLook()
    showLook()
  })
  showLook()
}

function showLook(): void {
  paintLook({ dark: isDark(), phone: PHONE.matches, elder: look.elder })
  document.documentElement.lang = look.language === 'zh' ? 'zh-CN' : 'en'
  for (const tell of listeners) tell()
}

function isDark(): boolean {
  return look.theme === 'dark' || (look.theme === 'system' && DARK.matches)
}

/** Tells of every change; answers how to stop listening. */
export function whenLookChanges(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function storedLook(): Look {
  const stored = (readStored(STORED_AS) ?? {}) as Partial<Look>
  return {
    language: stored.language === 'en' ? 'en' : 'zh',
    theme: stored.theme === 'light' || stored.theme === 'dark' ? stored.theme : 'system',
    elder: stored.elder === true,
  }
}
