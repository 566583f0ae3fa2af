import type { AxeResults } from 'axe-core'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { DESK_SIZE, PHONE_SIZE } from './visitor.ts'

const LOOKS = {
  浅色: { language: 'zh', theme: 'light', elder: false },
  深色: { language: 'zh', theme: 'dark', elder: false },
  长辈版: { language: 'zh', theme: 'light', elder: true },
  English: { language: 'en', theme: 'light', elder: false },
} as const

/** Everything axe finds wrong with a page in each look and size, and whether it must be scrolled sideways. */
export async function findFaults(
  page: Page,
  path: string,
  /** A sheet of samples shows what loads for ever; every other page is waited for. */
  { waits = true }: { readonly waits?: boolean } = {},
): Promise<string[]> {
  const faults: string[] = []
  for (const [name, look] of Object.entries(LOOKS)) {
    await page.evaluate((value) => localStorage.setItem('shiji-look', JSON.stringify(value)), look)
    await page.goto(new URL(path, page.url()).href)
    await page.getByRole('heading', { level: 1 }).waitFor()
    if (waits) await page.waitForFunction(() => document.querySelector('.state-loading') === null)
    for (const size of [DESK_SIZE, PHONE_SIZE]) {
      await page.setViewportSize(size)
      const where = `${path} ${name} ${size.width}`
      faults.push(...(await findFaultsHere(page, where)))
    }
  }
  await page.evaluate(() => localStorage.removeItem('shiji-look'))
  await page.setViewportSize(DESK_SIZE)
  return faults
}

/** The same about a page as it stands, for states a new visit would lose. */
export async function findFaultsHere(page: Page, where: string): Promise<string[]> {
  const violations = await runAxe(page)
  const faults = violations.map(({ id, nodes }) => `${where}: ${id} at ${nodes[0]?.target.join(' ')}`)
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  return isWide ? [...faults, `${where}: wider than the screen`] : faults
}

/** Brought once a page: what a builder brings and folds anew at each look takes eight times as long. */
async function runAxe(page: Page): Promise<AxeResults['violations']> {
  // Half faded in, a text has no contrast yet; what turns for ever is not waited for.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().endTime === Infinity),
  )
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const here = (window as unknown as { axe: typeof axe }).axe
    // A sandboxed frame runs nothing, not even axe.
    const { violations } = await here.run({ exclude: [['iframe[sandbox]']] }, { resultTypes: ['violations'] })
    return violations
  })
}
