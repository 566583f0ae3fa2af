/** What is installed, never what would have to be fetched. */
export const FONT =
  '"Latin apostrophe", "Noto Sans SC", "Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif'

/** Colours by what they mean. Every pair of ink on its paper or wash is at least 4.5 : 1, in light and in dark. */
export type Palette = Readonly<Record<(typeof COLOURS)[number], string>>

const COLOURS = [
  'ink',
  'ink-2',
  'ink-3',
  'line',
  'line-soft',
  'line-strong',
  'paper',
  'ground',
  'wash',
  'accent',
  'accent-strong',
  'accent-wash',
  'on-accent',
  'good',
  'good-wash',
  'warn',
  'warn-wash',
  'bad',
  'bad-wash',
  'idle',
  'idle-wash',
] as const

export const LIGHT: Palette = {
  ink: '#1b2430',
  'ink-2': '#4a5666',
  'ink-3': '#5f6b7a',
  line: '#e3e7ec',
  'line-soft': '#cdd4dc',
  'line-strong': '#8a95a3',
  paper: '#ffffff',
  ground: '#f4f6f8',
  wash: '#f8fafb',
  accent: '#1d4f91',
  'accent-strong': '#163d70',
  'accent-wash': '#e8eff8',
  'on-accent': '#ffffff',
  good: '#12693e',
  'good-wash': '#e5f3eb',
  warn: '#8a5a00',
  'warn-wash': '#fdf1d9',
  bad: '#b3261e',
  'bad-wash': '#fbe9e7',
  idle: '#5a6675',
  'idle-wash': '#eef1f4',
}

export const DARK: Palette = {
  ink: '#e6eaf0',
  'ink-2': '#b6c0cc',
  'ink-3': '#9aa6b4',
  line: '#2b3440',
  'line-soft': '#414c59',
  'line-strong': '#76828f',
  paper: '#161c24',
  ground: '#0f141a',
  wash: '#1b222b',
  accent: '#8ab4ec',
  'accent-strong': '#b3cff3',
  'accent-wash': '#1c2f49',
  'on-accent': '#0d1a2b',
  good: '#6fcf97',
  'good-wash': '#14301f',
  warn: '#e9b44c',
  'warn-wash': '#36290d',
  bad: '#ff9a91',
  'bad-wash': '#3d1a18',
  idle: '#a3aebb',
  'idle-wash': '#252d37',
}

/** Sizes in px. Two text sizes carry nearly everything; 长辈版 keeps the proportions and enlarges all of them. */
type Sizes = {
  readonly text: number
  readonly small: number
  readonly title: number
  readonly number: number
  readonly control: number
  readonly row: number
  readonly lineHeight: number
  readonly side: number
}

export const REGULAR: Sizes = {
  text: 14,
  small: 12.5,
  title: 20,
  number: 24,
  control: 34,
  row: 44,
  lineHeight: 1.5,
  side: 184,
}

/** On a phone every main target is at least 44. */
export const PHONE: Sizes = {
  text: 16,
  small: 14,
  title: 20,
  number: 24,
  control: 44,
  row: 48,
  lineHeight: 1.5,
  side: 184,
}

/** 2021 design rules for elder mode: main text from 18, line spacing from 1.3, main targets from 60. */
export const ELDER: Sizes = {
  text: 20,
  small: 18,
  title: 28,
  number: 34,
  control: 60,
  row: 68,
  lineHeight: 1.6,
  side: 248,
}

/** What of the person's wishes and of the screen decides the tokens. */
export type Shown = { readonly dark: boolean; readonly elder: boolean; readonly phone: boolean }

export function sizesOf({ elder, phone }: Shown): Sizes {
  if (elder) return ELDER
  return phone ? PHONE : REGULAR
}
