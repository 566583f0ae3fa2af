import type { Language } from '@shiji/kernel/wording'
import { useSyncExternalStore } from 'react'
import { paintLook } from './paint-look.ts'

/** How this person wants the desk to look, kept in this browser. */
export type Look = {
  readonly language: Language
  readonly theme: 'system' | 'light' | 'dark'
  /** 长辈版: larger letters and larger targets. */
  readonly elder: boolean
}

const STORED_AS = 'shiji-look'
const DARK = window.matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()
let look = readStored()

export function getLook(): Look {
  return look
}

export function changeLook(change: Partial<Look>): void {
  look = { ...look, ...change }
  localStorage.setItem(STORED_AS, JSON.stringify(look))
  showLook()
}

export function useLook(): Look & { readonly dark: boolean } {
  const current = useSyncExternalStore(subscribe, getLook)
  const systemDark = useSyncExternalStore(subscribe, () => DARK.matches)
  return { ...current, dark: current.theme === 'dark' || (current.theme === 'system' && systemDark) }
}

/** Paints the page before React draws the first time, so that nothing flashes. */
export function startLook(): void {
  DARK.addEventListener('change', showLook)
  showLook()
}

function showLook(): void {
  const dark = look.theme === 'dark' || (look.theme === 'system' && DARK.matches)
  paintLook({ dark, elder: look.elder })
  document.documentElement.lang = look.language === 'zh' ? 'zh-CN' : 'en'
  for (const tell of listeners) tell()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function readStored(): Look {
  const stored: Partial<Look> = parseStored(localStorage.getItem(STORED_AS))
  return {
    language: stored.language === 'en' ? 'en' : 'zh',
    theme: stored.theme === 'light' || stored.theme === 'dark' ? stored.theme : 'system',
    elder: stored.elder === true,
  }
}

function parseStored(text: string | null): Partial<Look> {
  try {
    return text === null ? {} : (JSON.parse(text) as Partial<Look>)
  } catch {
    return {}
  }
}
