import { signInRoute } from '#desk/features/account/entrance.ts'
import { deskRoute } from '#desk/shell/desk-route.tsx'
import type { MenuEntry } from '#desk/shell/feature.ts'
import { rootRoute } from '#desk/shell/root-route.tsx'

/** Every feature of the desk, in the order of the menu. */
export const MENU: readonly MenuEntry[] = []

export const routeTree = rootRoute.addChildren([signInRoute, deskRoute.addChildren([])])
