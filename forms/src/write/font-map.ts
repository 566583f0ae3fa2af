import type { FontRole } from '@shiji/kernel/form/laid-form'

export type FontNames = {
  /** The name the office standard gives; documents ask for this one. */
  readonly official: string
  /** Taken in this order where the official font is not installed: Windows, WPS, macOS, then the free CJK fonts. */
  readonly fallbacks: readonly string[]
}

/** Caller's own names for some roles, for a unit that has bought other fonts. */
export type FontMap = Partial<Record<FontRole, string>>

/** GB/T 9704 sets Latin letters and figures of Chinese office text in this face. */
export const LATIN_FONT = 'Times New Roman'

export const FONT_NAMES: Record<FontRole, FontNames> = {
  宋体: {
    official: '宋体',
    fallbacks: ['SimSun', 'NSimSun', '华文宋体', 'STSong', 'Songti SC', 'Noto Serif CJK SC', 'Noto Serif SC'],
  },
  黑体: {
    official: '黑体',
    fallbacks: ['SimHei', '华文黑体', 'STHeiti', 'Heiti SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC'],
  },
  仿宋: {
    official: '仿宋_GB2312',
    fallbacks: ['仿宋', 'FangSong_GB2312', 'FangSong', '华文仿宋', 'STFangsong', 'Noto Serif CJK SC', 'Noto Serif SC'],
  },
  楷体: {
    official: '楷体',
    fallbacks: [
      'KaiTi',
      '楷体_GB2312',
      'KaiTi_GB2312',
      '华文楷体',
      'STKaiti',
      'Kaiti SC',
      'Noto Serif CJK SC',
      'Noto Serif SC',
    ],
  },
  小标宋: {
    official: '方正小标宋简体',
    fallbacks: [
      'FZXiaoBiaoSong-B05S',
      '方正小标宋_GBK',
      '华文中宋',
      'STZhongsong',
      '宋体',
      'SimSun',
      'Noto Serif CJK SC',
      'Noto Serif SC',
    ],
  },
}

export const fontName = (role: FontRole, fonts: FontMap): string => fonts[role] ?? FONT_NAMES[role].official
