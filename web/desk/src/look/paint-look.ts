import { DARK, FONT, LIGHT, type Shown, sizesOf } from './tokens.ts'

/** Writes the tokens on the page as `--ink`, `--accent` …: the one source for our own styles. */
export function paintLook(shown: Shown): void {
  const { style } = document.documentElement
  const { dark, elder } = shown
  for (const [name, colour] of Object.entries(dark ? DARK : LIGHT)) style.setProperty(`--${name}`, colour)
  for (const [name, size] of Object.entries(sizesOf(shown))) {
    style.setProperty(`--size-${name}`, name === 'lineHeight' ? String(size) : `${size}px`)
  }
  style.setProperty('--font', FONT)
  style.colorScheme = dark ? 'dark' : 'light'
  document.documentElement.dataset.elder = String(elder)
}
