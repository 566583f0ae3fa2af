import type { Locator } from 'playwright-core'

/** A person's hand at keyboard and mouse, counting: every click and every text typed is one action. */
export type CountedHand = {
  readonly click: (what: Locator) => Promise<void>
  readonly type: (where: Locator, text: string) => Promise<void>
  /** A text typed into a grid, key by key. */
  readonly count: (text: string) => void
  readonly actions: () => number
  /** Every text that was typed. */
  readonly typed: () => readonly string[]
}

export function countedHand(): CountedHand {
  const typed: string[] = []
  let actions = 0
  const count = (text: string) => {
    actions += 1
    typed.push(text)
  }
  return {
    click: async (what) => {
      actions += 1
      await what.click()
    },
    type: async (where, text) => {
      count(text)
      await where.fill(text)
    },
    count,
    actions: () => actions,
    typed: () => typed,
  }
}
