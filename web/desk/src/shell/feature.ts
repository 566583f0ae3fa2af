import type { Wording } from '@shiji/kernel/wording'
import type { AnyRoute } from '@tanstack/react-router'

/** The seven domains of the top bar, in their order; one is shown when a feature the person may use lives in it. */
export const DOMAINS = {
  work: { zh: '工作台', en: 'Desk' },
  performance: { zh: '绩效', en: 'Performance' },
  operations: { zh: '运维', en: 'Operations' },
  office: { zh: '办公', en: 'Office' },
  data: { zh: '数据', en: 'Data' },
  analysis: { zh: '分析', en: 'Analysis' },
  system: { zh: '系统', en: 'System' },
} as const satisfies Readonly<Record<string, Wording>>

export type Domain = keyof typeof DOMAINS

/** One line of the left menu. */
export type MenuEntry = {
  readonly domain: Domain
  /** The heading it stands under. */
  readonly group: Wording
  readonly title: Wording
  readonly path: string
  /** Shown only to people who hold it; null for everybody signed in. */
  readonly permission: string | null
}

/** What a feature tells the desk: its routes below `deskRoute` and its lines in the menu. Features never import features. */
export type Feature = {
  readonly menu: readonly MenuEntry[]
  readonly routes: readonly AnyRoute[]
}

/** The domain a page belongs to: that of the longest menu path it lies under. */
export function domainAt(menu: readonly MenuEntry[], pathname: string): Domain | null {
  const above = menu.filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`))
  return above.sort((left, right) => right.path.length - left.path.length)[0]?.domain ?? null
}

export function mayOpen({ permission }: MenuEntry, permissions: readonly string[]): boolean {
  return permission === null || permissions.includes(permission)
}
