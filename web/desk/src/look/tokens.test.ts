import { expect, test } from 'vitest'
import { DARK, ELDER, LIGHT, type Palette, REGULAR } from './tokens.ts'

const PALETTES = [
  ['light', LIGHT],
  ['dark', DARK],
] as const
const INKS = ['ink', 'ink-2', 'ink-3', 'accent'] as const
const PAPERS = ['paper', 'ground', 'wash'] as const
const STATUSES = ['good', 'warn', 'bad', 'idle', 'accent'] as const

/** WCAG 2.2, contrast ratio of two colours. */
function contrast(one: string, other: string): number {
  const [bright = 0, dark = 0] = [luminance(one), luminance(other)].sort((left, right) => right - left)
  return (bright + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function weakPairs(palette: Palette): string[] {
  const pairs = [
    ...INKS.flatMap((ink) => PAPERS.map((paper) => [ink, paper] as const)),
    ...STATUSES.map((status) => [status, `${status}-wash`] as const),
    ['on-accent', 'accent'] as const,
    ['accent', 'accent-wash'] as const,
  ]
  return pairs.filter(([ink, paper]) => contrast(palette[ink], palette[paper]) < 4.5).map((pair) => pair.join(' on '))
}

test.each(PALETTES)('every word of the %s desk is read at 4.5 : 1', (_name, palette) => {
  expect(weakPairs(palette)).toEqual([])
})

test.each(PALETTES)('the edge of a field of the %s desk is seen at 3 : 1', (_name, palette) => {
  expect(contrast(palette['line-strong'], palette.paper)).toBeGreaterThanOrEqual(3)
})

test('长辈版 keeps to the rules of 2021: words from 18, targets from 60, lines from 1.3', () => {
  expect(Math.min(ELDER.text, ELDER.small)).toBeGreaterThanOrEqual(18)
  expect([ELDER.control, ELDER.lineHeight]).toEqual([60, 1.6])
  expect(REGULAR.row).toBeGreaterThanOrEqual(44)
})
