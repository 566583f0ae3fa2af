import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { deskRoute } from '#desk/shell/desk-route.tsx'
import type { Feature } from '#desk/shell/feature.ts'

const dueRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/upkeep/due',
  validateSearch: z.object({ day: z.iso.date().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./occurrences/due-page.tsx'), 'DuePage'),
})

const plansRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/upkeep/plans',
  validateSearch: z.object({ year: z.number().int().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./plans/plans-page.tsx'), 'PlansPage'),
})

const planRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/upkeep/plans/$planId',
  validateSearch: z.object({ year: z.number().int().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./plans/plan-page.tsx'), 'PlanPage'),
})

const occurrenceRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/upkeep/due/$occurrenceId',
  component: lazyRouteComponent(() => import('./occurrences/occurrence-page.tsx'), 'OccurrencePage'),
})

const faultsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/upkeep/faults',
  validateSearch: z.object({ year: z.number().int().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./rounds/faults-page.tsx'), 'FaultsPage'),
})

const routesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/upkeep/routes',
  component: lazyRouteComponent(() => import('./rounds/routes-page.tsx'), 'RoutesPage'),
})

const newRouteRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/upkeep/routes/new',
  component: lazyRouteComponent(() => import('./rounds/route-page.tsx'), 'NewRoutePage'),
})

const routeRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/upkeep/routes/$routeId',
  component: lazyRouteComponent(() => import('./rounds/route-page.tsx'), 'RoutePage'),
})

const labelsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/upkeep/labels',
  validateSearch: z.object({ route: z.uuid().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./rounds/point-labels-page.tsx'), 'PointLabelsPage'),
})

const metersRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/upkeep/meters',
  component: lazyRouteComponent(() => import('./meters/meters-page.tsx'), 'MetersPage'),
})

const readingImportRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/upkeep/meters/import',
  component: lazyRouteComponent(() => import('./meters/reading-import-page.tsx'), 'ReadingImportPage'),
})

const meterRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/upkeep/meters/$meterId',
  validateSearch: z.object({ year: z.number().int().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./meters/meter-page.tsx'), 'MeterPage'),
})

const dutyRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/upkeep/duty',
  validateSearch: z.object({
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .optional()
      .catch(undefined),
    plan: z.uuid().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./duty/duty-page.tsx'), 'DutyPage'),
})

const shiftRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/upkeep/shifts/$shiftId',
  component: lazyRouteComponent(() => import('./duty/shift-page.tsx'), 'ShiftPage'),
})

const group = { zh: '日常运维', en: 'Routine work' }
const mine = { domain: 'operations', group, permission: 'upkeep.read' } as const

export const upkeepFeature = {
  menu: [
    { ...mine, title: { zh: '今日应做', en: 'Due today' }, path: '/upkeep/due' },
    { ...mine, title: { zh: '值班', en: 'Duty' }, path: '/upkeep/duty' },
    { ...mine, title: { zh: '计划', en: 'Plans' }, path: '/upkeep/plans' },
    { ...mine, title: { zh: '巡检路线', en: 'Routes' }, path: '/upkeep/routes' },
    { ...mine, title: { zh: '抄表和测速', en: 'Readings' }, path: '/upkeep/meters' },
    { ...mine, title: { zh: '巡检隐患', en: 'Faults of rounds' }, path: '/upkeep/faults' },
  ],
  routes: [
    dueRoute,
    plansRoute,
    planRoute,
    occurrenceRoute,
    routesRoute,
    newRouteRoute,
    routeRoute,
    labelsRoute,
    metersRoute,
    readingImportRoute,
    meterRoute,
    faultsRoute,
    dutyRoute,
    shiftRoute,
  ],
} as const satisfies Feature
