import type { AxeResults } from 'axe-core'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { DESK_SIZE, PHONE_SIZE } from './visitor.ts'

/** What a change of colours, sizes or words alone can break; what a page is made of stays the same. */
const SEEN_RULES = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable']

const PLAIN = { language: 'zh', theme: 'light', elder: false }
const LOOKS: readonly (readonly [string, object, rules: readonly string[] | 'all'])[] = [
  ['浅色', PLAIN, 'all'],
  ['深色', { ...PLAIN, theme: 'dark' }, SEEN_RULES],
  // The largest letters and the longest words at once.
  ['长辈版 English', { ...PLAIN, elder: true, language: 'en' }, SEEN_RULES],
]

type Waiting = {
  /** A sheet of samples shows what loads for ever; every other page is waited for. */
  readonly waits?: boolean
}

/** Everything axe finds wrong with a page in each look and size, and whether it must be scrolled sideways. */
export async function findFaults(page: Page, path: string, waiting: Waiting = {}): Promise<string[]> {
  await page.goto(new URL(path, page.url()).href)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return findFaultsOfOpened(page, path, waiting)
}

/** The same about a page that was just opened by its address. */
export async function findFaultsOfOpened(page: Page, path: string, { waits = true }: Waiting = {}): Promise<string[]> {
  const faults: string[] = []
  for (const [name, look, rules] of LOOKS) {
    await wear(page, look)
    if (waits) await page.waitForFunction(() => document.querySelector('.state-loading') === null)
    for (const size of [DESK_SIZE, PHONE_SIZE]) {
      await page.setViewportSize(size)
      // Scrolled, what stays at the top would cover half of what lies below it.
      await page.evaluate(() => window.scrollTo(0, 0))
      const where = `${path} ${name} ${size.width}`
      faults.push(...(await findFaultsHere(page, where, rules)))
    }
  }
  await wear(page, null)
  await page.setViewportSize(DESK_SIZE)
  return faults
}

/** As if another tab had chosen the look: the page puts it on where it stands. */
async function wear(page: Page, look: object | null): Promise<void> {
  await page.evaluate((value) => {
    if (value === null) localStorage.removeItem('shiji-look')
    else localStorage.setItem('shiji-look', JSON.stringify(value))
    window.dispatchEvent(new StorageEvent('storage', { key: 'shiji-look' }))
  }, look)
}

/** The same about a page as it stands, for states a new visit would lose. */
export async function findFaultsHere(
  page: Page,
  where: string,
  rules: readonly string[] | 'all' = 'all',
): Promise<string[]> {
  const violations = await runAxe(page, rules)
  const faults = violations.map(({ id, nodes }) => `${where}: ${id} at ${nodes[0]?.target.join(' ')}`)
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  return isWide ? [...faults, `${where}: wider than the screen`] : faults
}

/** Brought once a page: what a builder brings and folds anew at each look takes eight times as long. */
async function runAxe(page: Page, rules: readonly string[] | 'all'): Promise<AxeResults['violations']> {
  await endMoves(page)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async (chosen) => {
    const only = chosen === 'all' ? {} : { runOnly: { type: 'rule' as const, values: [...chosen] } }
    const here = (window as unknown as { axe: typeof axe }).axe
    // A sandboxed frame runs nothing, not even axe.
    const { violations } = await here.run({ exclude: [['iframe[sandbox]']] }, { resultTypes: ['violations'], ...only })
    return violations
  }, rules)
}

/** Half faded in, a text has no contrast yet: what moves is moved to its end. What turns for ever is left alone. */
async function endMoves(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const moving = document
      .getAnimations()
      .filter(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity)
    for (const move of moving) move.finish()
    return moving.length === 0
  })
}
