import { UnitId } from '@shiji/contract/directory'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { deskRoute } from '#desk/shell/desk-route.tsx'
import type { Feature } from '#desk/shell/feature.ts'
import { enterWorkingYear } from '#desk/shell/working-year.ts'
import { SHOWN } from './shown.ts'

const boardRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/board',
  validateSearch: z.object({
    year: z.coerce.number().int().min(1990).max(2100).optional().catch(undefined),
    project: z.uuid().optional().catch(undefined),
    /** With the units below it. */
    unit: UnitId.optional().catch(undefined),
    show: z.enum(SHOWN).optional().catch(undefined),
    /** The row whose evidence lies open: form and position. */
    row: z.string().max(60).optional().catch(undefined),
  }),
  beforeLoad: enterWorkingYear,
  component: lazyRouteComponent(() => import('./board-page.tsx'), 'BoardPage'),
})

const rowRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/board/$formId/$position',
  validateSearch: z.object({ target: z.string().max(200).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./row-page.tsx'), 'RowPage'),
})

export const evidenceFeature = {
  menu: [
    {
      domain: 'performance',
      group: { zh: '执行', en: 'Execution' },
      title: { zh: '指标看板', en: 'Indicator board' },
      path: '/board',
      permission: 'performance.read',
    },
  ],
  routes: [boardRoute, rowRoute],
} as const satisfies Feature
