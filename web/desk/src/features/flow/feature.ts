import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { deskRoute } from '#desk/shell/desk-route.tsx'
import type { Feature } from '#desk/shell/feature.ts'

const flowsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/flows',
  component: lazyRouteComponent(() => import('./flows-page.tsx'), 'FlowsPage'),
})

const flowRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/flows/$key',
  validateSearch: z.object({ version: z.coerce.number().int().positive().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./flow-page.tsx'), 'FlowPage'),
})

export const flowFeature = {
  menu: [
    {
      domain: 'system',
      group: { zh: '流程', en: 'Flows' },
      title: { zh: '审批流程', en: 'Approval flows' },
      path: '/flows',
      permission: 'flow.manage',
    },
  ],
  routes: [flowsRoute, flowRoute],
} as const satisfies Feature
