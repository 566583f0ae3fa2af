import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The Chromium of this machine; without one the journeys are skipped and say so. */
export const CHROMIUM = [process.env.SHIJI_CHROMIUM ?? '', ...PLACES].find((place) => existsSync(place))

/** Nothing but the journey itself may reach the network. */
export const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Under a locale that knows no Chinese, Chromium gives files other names. */
export const SURROUNDINGS = { ...process.env, LC_ALL: 'C.UTF-8' }

export function openBrowser(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error('this machine has no Chromium')
  return chromium.launch({ executablePath: CHROMIUM, args: QUIET, env: SURROUNDINGS })
}
