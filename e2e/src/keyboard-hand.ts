import type { Locator, Page } from 'playwright-core'

/** More stops than any page of the desk has before its content ends. */
const MOST_STOPS = 120

/** A person who only has keys: gets to a thing by Tab as everybody must, sees where the focus is, and presses. */
export type KeyboardHand = {
  /** Tabs until the thing has the focus; answers how many stops it took. */
  readonly reach: (what: Locator) => Promise<number>
  readonly press: (what: Locator, key?: string) => Promise<void>
  readonly type: (what: Locator, text: string) => Promise<void>
}

export function keyboardHand(page: Page): KeyboardHand {
  const reach = async (what: Locator) => {
    await what.waitFor({ state: 'attached' })
    for (let stops = 0; stops <= MOST_STOPS; stops += 1) {
      if (await what.evaluate((element) => element === document.activeElement)) {
        await requireVisibleFocus(what)
        return stops
      }
      await page.keyboard.press('Tab')
    }
    throw new Error(`${what} is not reached by Tab`)
  }
  return {
    reach,
    press: async (what, key = 'Enter') => {
      await reach(what)
      await page.keyboard.press(key)
    },
    type: async (what, text) => {
      await reach(what)
      await page.keyboard.type(text)
    },
  }
}

/** WCAG 2.4.7: an outline, a shadow or a border that says where the keys go, on the element or on what frames it. */
async function requireVisibleFocus(what: Locator): Promise<void> {
  const isSeen = await what.evaluate((element) => {
    const isMarked = (one: Element | null) => {
      if (one === null) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
    }
    return (
      isMarked(element) || isMarked(element.parentElement) || isMarked(element.parentElement?.parentElement ?? null)
    )
  })
  if (!isSeen) throw new Error(`the focus on ${what} cannot be seen`)
}
