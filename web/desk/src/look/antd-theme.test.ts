import { expect, test } from 'vitest'
import { PARTS, stylesOf } from '../../../build/antd-styles.ts'
import { antdTheme } from './antd-theme.ts'
import type { Shown } from './tokens.ts'

const BOTH = [true, false]
const LOOKS: readonly Shown[] = BOTH.flatMap((dark) =>
  BOTH.flatMap((elder) => BOTH.flatMap((phone) => [{ dark, elder, phone }])),
)

test('one file of styles serves every look', () => {
  const { css } = stylesOf(PARTS)
  expect(css).toContain('.ant-btn')
  for (const look of LOOKS) {
    expect(stylesOf(PARTS, antdTheme(look, false)).css === css, JSON.stringify(look)).toBe(true)
  }
})
