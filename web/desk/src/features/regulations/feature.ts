import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { deskRoute } from '#desk/shell/desk-route.tsx'
import type { Feature } from '#desk/shell/feature.ts'

const listRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/regulations',
  component: lazyRouteComponent(() => import('./regulations-page.tsx'), 'RegulationsPage'),
})

const oneRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/regulations/$regulationId',
  component: lazyRouteComponent(() => import('./regulation-page.tsx'), 'RegulationPage'),
})

const group = { zh: '日常运维', en: 'Routine work' }

export const regulationsFeature = {
  menu: [
    {
      domain: 'operations',
      group,
      permission: 'documents.read',
      title: { zh: '制度文件', en: 'Documents in force' },
      path: '/regulations',
    },
  ],
  routes: [listRoute, oneRoute],
} as const satisfies Feature
