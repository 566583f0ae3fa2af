import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { deskRoute } from '#desk/shell/desk-route.tsx'
import type { Feature } from '#desk/shell/feature.ts'
import { Scope } from '#desk/shell/scope.ts'
import { enterWorkingYear } from '#desk/shell/working-year.ts'

const cockpitRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/cockpit',
  validateSearch: Scope,
  staticData: { scope: 'this-year' },
  beforeLoad: enterWorkingYear,
  component: lazyRouteComponent(() => import('./cockpit-page.tsx'), 'CockpitPage'),
})

export const cockpitFeature = {
  menu: [
    {
      domain: 'analysis',
      group: { zh: '分析', en: 'Analysis' },
      title: { zh: '驾驶舱', en: 'Cockpit' },
      path: '/cockpit',
      permission: 'performance.read',
    },
  ],
  routes: [cockpitRoute],
} as const satisfies Feature
