import type { Language } from '@shiji/kernel/wording'
import { useSyncExternalStore } from 'react'
import { paintLook } from '../../../desk/src/look/paint-look.ts'

/** How this person wants the app to look; the desk in the same browser looks alike. */
export type Look = {
  readonly language: Language
  readonly theme: 'system' | 'light' | 'dark'
  /** 长辈版: larger letters and larger targets. */
  readonly elder: boolean
}

const STORED_AS = 'shiji-look'
const DARK = window.matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()
let look = storedLook()

export function getLook(): Look {
  return look
}

export function changeLook(change: Partial<Look>): void {
  look = { ...look, ...change }
  localStorage.setItem(STORED_AS, JSON.stringify(look))
  showLook()
}

export function useLook(): Look {
  return useSyncExternalStore(subscribe, getLook)
}

/** Paints the page before React draws the first time, so that nothing flashes. */
export function startLook(): void {
  DARK.addEventListener('change', showLook)
  showLook()
}

function showLook(): void {
  const dark = look.theme === 'dark' || (look.theme === 'system' && DARK.matches)
  paintLook({ dark, phone: true, elder: look.elder })
  document.documentElement.lang = look.language === 'zh' ? 'zh-CN' : 'en'
  for (const tell of listeners) tell()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function storedLook(): Look {
  const stored = readStored()
  return {
    language: stored.language === 'en' ? 'en' : 'zh',
    theme: stored.theme === 'light' || stored.theme === 'dark' ? stored.theme : 'system',
    elder: stored.elder === true,
  }
}

function readStored(): Partial<Look> {
  try {
    return JSON.parse(localStorage.getItem(STORED_AS) ?? '{}') ?? {}
  } catch {
    return {}
  }
}
