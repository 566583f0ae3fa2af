import type { Wording } from '@shiji/kernel/wording'
import type { LightKind } from '#desk/kit/light.tsx'

/** What a result means for the next budget. */
export const EFFECTS = {
  support: { light: 'good', zh: '优先支持', en: 'Support' },
  improve: { light: 'watch', zh: '改进后安排', en: 'Improve first' },
  cut: { light: 'bad', zh: '压减预算', en: 'Cut' },
  'hold-until-rectified': { light: 'bad', zh: '整改后再安排', en: 'Hold until corrected' },
} as const satisfies Readonly<Record<string, Wording & { readonly light: LightKind }>>
