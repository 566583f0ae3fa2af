import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { deskRoute } from '#desk/shell/desk-route.tsx'
import type { Feature } from '#desk/shell/feature.ts'
import {
  checkupRoute,
  databaseRoute,
  databaseSettingsRoute,
  databasesRoute,
  newDatabaseRoute,
} from './databases/routes.ts'

const probesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/watch',
  component: lazyRouteComponent(() => import('./probes-page.tsx'), 'ProbesPage'),
})

const newRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/watch/new',
  component: lazyRouteComponent(() => import('./probe-editor.tsx'), 'NewProbePage'),
})

const probeRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/watch/$probeId',
  component: lazyRouteComponent(() => import('./probe-page.tsx'), 'ProbePage'),
})

const settingsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/watch/$probeId/settings',
  component: lazyRouteComponent(() => import('./probe-editor.tsx'), 'ChangeProbePage'),
})

export const watchFeature = {
  menu: [
    {
      domain: 'operations',
      group: { zh: '监控', en: 'Monitoring' },
      title: { zh: '探测与可用性', en: 'Probes and availability' },
      path: '/watch',
      permission: 'watch.read',
    },
    {
      domain: 'operations',
      group: { zh: '监控', en: 'Monitoring' },
      title: { zh: '数据库体检', en: 'Check-ups of databases' },
      path: '/databases',
      permission: 'watch.read',
    },
  ],
  routes: [
    ...[newRoute, settingsRoute, probeRoute, probesRoute],
    ...[newDatabaseRoute, databaseSettingsRoute, databaseRoute, databasesRoute, checkupRoute],
  ],
} as const satisfies Feature
