import type { ThemeConfig } from 'antd'
import theme from 'antd/es/theme'
import { DARK, FONT, LIGHT, type Shown, sizesOf } from './tokens.ts'

/** The same tokens for Ant Design, so that its parts and ours cannot be told apart. */
export function antdTheme(shown: Shown, motion: boolean): ThemeConfig {
  const { dark, elder } = shown
  const colours = dark ? DARK : LIGHT
  const sizes = sizesOf(shown)
  return {
    // The build writes the styles into a file.
    zeroRuntime: true,
    hashed: false,
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: colours.accent,
      colorLink: colours.accent,
      colorLinkHover: colours['accent-strong'],
      colorLinkActive: colours['accent-strong'],
      colorPrimaryHover: colours['accent-strong'],
      colorPrimaryActive: colours['accent-strong'],
      colorTextLightSolid: colours['on-accent'],
      colorSuccess: colours.good,
      colorWarning: colours.warn,
      colorSuccessBg: colours['good-wash'],
      colorWarningBg: colours['warn-wash'],
      colorErrorBg: colours['bad-wash'],
      colorInfoBg: colours['accent-wash'],
      colorErrorBorder: colours['bad-wash'],
      colorError: colours.bad,
      colorErrorHover: colours.bad,
      colorErrorActive: colours.bad,
      colorErrorText: colours.bad,
      colorText: colours.ink,
      colorTextSecondary: colours['ink-2'],
      colorTextTertiary: colours['ink-3'],
      colorTextDescription: colours['ink-3'],
      colorTextPlaceholder: colours['ink-3'],
      colorTextDisabled: colours['ink-3'],
      colorTextHeading: colours.ink,
      colorIcon: colours['ink-3'],
      colorBorder: colours['line-strong'],
      colorBorderSecondary: colours.line,
      colorBgContainer: colours.paper,
      colorBgElevated: colours.paper,
      colorBgLayout: colours.ground,
      controlItemBgActive: colours['accent-wash'],
      controlOutline: colours['accent-wash'],
      fontFamily: FONT,
      fontSize: sizes.text,
      fontSizeSM: sizes.small,
      lineHeight: sizes.lineHeight,
      controlHeight: sizes.control,
      borderRadius: 6,
      borderRadiusLG: 8,
      motion,
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 500,
        defaultBorderColor: colours['line-soft'],
      },
      Table: {
        headerBg: colours.wash,
        headerColor: colours['ink-3'],
        headerSplitColor: 'transparent',
        rowHoverBg: colours.wash,
        cellPaddingBlock: elder ? 16 : 10,
        cellPaddingInline: 12,
      },
      Form: { labelColor: colours['ink-2'], itemMarginBottom: elder ? 24 : 16, verticalLabelPadding: '0 0 4px' },
    },
  }
}
