import { createRoute, redirect } from '@tanstack/react-router'
import { entranceRoutes } from '#desk/features/account/entrance.ts'
import { accountFeature } from '#desk/features/account/feature.ts'
import { assetsFeature } from '#desk/features/assets/feature.ts'
import { cockpitFeature } from '#desk/features/cockpit/feature.ts'
import { contractsFeature } from '#desk/features/contracts/feature.ts'
import { evidenceFeature } from '#desk/features/evidence/feature.ts'
import { flowFeature } from '#desk/features/flow/feature.ts'
import { formsFeature } from '#desk/features/forms/feature.ts'
import { homeFeature } from '#desk/features/home/feature.ts'
import { inboxFeature } from '#desk/features/inbox/feature.ts'
import { ledgerFeature } from '#desk/features/ledger/feature.ts'
import { peopleFeature } from '#desk/features/people/feature.ts'
import { regulationsFeature } from '#desk/features/regulations/feature.ts'
import { ticketsFeature } from '#desk/features/tickets/feature.ts'
import { upkeepFeature } from '#desk/features/upkeep/feature.ts'
import { watchFeature } from '#desk/features/watch/feature.ts'
import { deskRoute } from '#desk/shell/desk-route.tsx'
import type { MenuEntry } from '#desk/shell/feature.ts'
import { rootRoute } from '#desk/shell/root-route.tsx'
import { kitRoutes } from './kit/kit-route.ts'

/** Every feature of the desk, in the order of the menu. */
export const MENU: readonly MenuEntry[] = [
  ...homeFeature.menu,
  ...formsFeature.menu,
  ...evidenceFeature.menu,
  ...cockpitFeature.menu,
  ...ticketsFeature.menu,
  ...contractsFeature.menu,
  ...assetsFeature.menu,
  ...upkeepFeature.menu,
  ...regulationsFeature.menu,
  ...watchFeature.menu,
  ...peopleFeature.menu,
  ...ledgerFeature.menu,
  ...inboxFeature.menu,
  ...flowFeature.menu,
  ...accountFeature.menu,
]

/** The first page, unless something has to be set up before. */
const firstRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/',
  beforeLoad: ({ context: { me } }) => {
    if (me.mustChangePassword || me.mustSetSecondStep) throw redirect({ to: '/account', replace: true })
    throw redirect({ to: '/home', replace: true })
  },
})

export const routeTree = rootRoute.addChildren([
  ...entranceRoutes,
  ...kitRoutes,
  deskRoute.addChildren([
    firstRoute,
    ...homeFeature.routes,
    ...formsFeature.routes,
    ...evidenceFeature.routes,
    ...cockpitFeature.routes,
    ...inboxFeature.routes,
    ...flowFeature.routes,
    ...ticketsFeature.routes,
    ...contractsFeature.routes,
    ...assetsFeature.routes,
    ...upkeepFeature.routes,
    ...regulationsFeature.routes,
    ...watchFeature.routes,
    ...peopleFeature.routes,
    ...ledgerFeature.routes,
    ...accountFeature.routes,
  ]),
])
