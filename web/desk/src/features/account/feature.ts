import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { deskRoute } from '#desk/shell/desk-route.tsx'
import type { Feature } from '#desk/shell/feature.ts'

const accountRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./account-page.tsx'), 'AccountPage'),
})

export const accountFeature = {
  menu: [
    {
      domain: 'system',
      group: { zh: '我的', en: 'Mine' },
      title: { zh: '我的账号', en: 'My account' },
      path: '/account',
      permission: null,
    },
  ],
  routes: [accountRoute],
} as const satisfies Feature
