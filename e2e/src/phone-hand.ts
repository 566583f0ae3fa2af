import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'
import { CHROMIUM, QUIET, SURROUNDINGS } from './chromium.ts'
import { PHONE_SIZE } from './visitor.ts'

/** A phone in somebody's hand: one profile, however often the app is closed and opened again. */
export type Phone = {
  readonly page: Page
  readonly context: BrowserContext
  /** Closes the app as a phone does that needs the memory, and opens it again. */
  readonly killAndOpen: (url: string, how: { readonly offline: boolean }) => Promise<void>
  readonly throwAway: () => Promise<void>
}

/** Refused requests are logged by the browser itself; everything else it complains of is ours. */
export async function takePhone(complaints: string[]): Promise<Phone> {
  const profile = await mkdtemp(join(tmpdir(), 'shiji-phone-'))
  let context = await launch(profile, false)
  let page = await openPage(context, complaints)
  return {
    get page() {
      return page
    },
    get context() {
      return context
    },
    killAndOpen: async (url, { offline }) => {
      await context.close()
      context = await launch(profile, offline)
      page = await openPage(context, complaints)
      await page.goto(url)
    },
    throwAway: async () => {
      await context.close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}

function launch(profile: string, offline: boolean): Promise<BrowserContext> {
  if (CHROMIUM === undefined) throw new Error('this machine has no Chromium')
  const where = { viewport: PHONE_SIZE, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', hasTouch: true, offline }
  return chromium.launchPersistentContext(profile, {
    ...where,
    executablePath: CHROMIUM,
    args: [...QUIET],
    env: SURROUNDINGS,
  })
}

async function openPage(context: BrowserContext, complaints: string[]): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage())
  page.setDefaultTimeout(90_000)
  page.on('console', (message) => {
    const isAnswer = message.text().startsWith('Failed to load resource')
    if (['error', 'warning'].includes(message.type()) && !isAnswer) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return page
}

/** Slow 4G and a processor four times slower, as Lighthouse means them. */
export async function slowDown(context: BrowserContext, page: Page): Promise<() => Promise<void>> {
  const session = await context.newCDPSession(page)
  const set = async (line: { latency: number; down: number; up: number }, rate: number) => {
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: line.latency,
      downloadThroughput: line.down,
      uploadThroughput: line.up,
    })
    await session.send('Emulation.setCPUThrottlingRate', { rate })
  }
  await session.send('Network.enable')
  await set({ latency: 150, down: (1.6 * 2 ** 20) / 8, up: (750 * 2 ** 10) / 8 }, 4)
  return async () => {
    await set({ latency: 0, down: -1, up: -1 }, 1)
    await session.detach()
  }
}

/** A thumb that counts what it taps and the keys it types. */
export function countedThumb() {
  const counts = { taps: 0, keys: 0 }
  return {
    counts,
    tap: async (what: Locator) => {
      counts.taps += 1
      await what.tap()
    },
    type: async (page: Page, text: string) => {
      counts.keys += text.length
      await page.keyboard.type(text)
    },
  }
}

/** A finger that draws one line, as somebody signs. */
export async function drawLine(page: Page, pad: Locator): Promise<void> {
  await pad.scrollIntoViewIfNeeded()
  const { x, y, width, height } = (await pad.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await page.mouse.move(x + width / 4, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x + width / 2, y + height / 3, { steps: 4 })
  await page.mouse.up()
}

/** Main targets smaller than a thumb: everything that is pressed and shown, with its size. */
export function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((size) => {
    const pressed = document.querySelectorAll('a, button, input, select, textarea, summary')
    return [...pressed].flatMap((element) => {
      // A radio button is pressed by its label.
      const target = element.closest('label') ?? element
      const { width, height } = target.getBoundingClientRect()
      const isShown = width > 0 && height > 0
      // Below the line of the screen by rounding is not too small.
      const isSmall = Math.round(height) < size || Math.round(width) < Math.min(size, 44)
      return isShown && isSmall
        ? [`${element.outerHTML.slice(0, 80)}: ${Math.round(width)} × ${Math.round(height)}`]
        : []
    })
  }, least)
}
