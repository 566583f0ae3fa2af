import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { deskRoute } from '#desk/shell/desk-route.tsx'
import type { Feature } from '#desk/shell/feature.ts'

const peopleRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/people',
  validateSearch: z.object({ search: z.string().max(50).catch('').optional() }),
  component: lazyRouteComponent(() => import('./people-page.tsx'), 'PeoplePage'),
})

const unitsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/units',
  component: lazyRouteComponent(() => import('./units-page.tsx'), 'UnitsPage'),
})

const listRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/people/import',
  component: lazyRouteComponent(() => import('./list-import/list-import-page.tsx'), 'ListImportPage'),
})

const rulesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/sign-in-rules',
  component: lazyRouteComponent(() => import('./sign-in-rules-page.tsx'), 'SignInRulesPage'),
})

const group = { zh: '组织与权限', en: 'Organisation' }

export const peopleFeature = {
  menu: [
    {
      domain: 'system',
      group,
      title: { zh: '人员', en: 'People' },
      path: '/people',
      permission: 'directory.see-people',
    },
    { domain: 'system', group, title: { zh: '单位', en: 'Units' }, path: '/units', permission: 'directory.see-people' },
    {
      domain: 'system',
      group,
      title: { zh: '登录规则', en: 'Sign-in rules' },
      path: '/sign-in-rules',
      permission: 'directory.set-sign-in-rules',
    },
  ],
  routes: [peopleRoute, unitsRoute, listRoute, rulesRoute],
} as const satisfies Feature
