import { DARK, ELDER, LIGHT, REGULAR } from './tokens.ts'

export type Shown = { readonly dark: boolean; readonly elder: boolean }

/** Writes the tokens on the page as `--ink`, `--accent` …: the one source for our own styles. */
export function paintLook({ dark, elder }: Shown): void {
  const { style } = document.documentElement
  const sizes = elder ? ELDER : REGULAR
  for (const [name, colour] of Object.entries(dark ? DARK : LIGHT)) style.setProperty(`--${name}`, colour)
  for (const [name, size] of Object.entries(sizes)) {
    style.setProperty(`--size-${name}`, name === 'lineHeight' ? String(size) : `${size}px`)
  }
  style.colorScheme = dark ? 'dark' : 'light'
  document.documentElement.dataset.elder = String(elder)
}
