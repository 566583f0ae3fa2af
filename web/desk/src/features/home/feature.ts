import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { deskRoute } from '#desk/shell/desk-route.tsx'
import type { Feature } from '#desk/shell/feature.ts'
import { Scope } from '#desk/shell/scope.ts'

const homeRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/home',
  validateSearch: Scope,
  staticData: { scope: 'this-year' },
  component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
})

export const homeFeature = {
  menu: [
    {
      domain: 'work',
      group: { zh: '我的', en: 'Mine' },
      title: { zh: '工作台', en: 'Today' },
      path: '/home',
      permission: null,
    },
  ],
  routes: [homeRoute],
} as const satisfies Feature
