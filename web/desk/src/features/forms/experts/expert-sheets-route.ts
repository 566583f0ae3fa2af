import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { deskRoute } from '#desk/shell/desk-route.tsx'

export const expertSheetsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/expert-sheets',
  validateSearch: z.object({ sheet: z.uuid().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./expert-sheets-page.tsx'), 'ExpertSheetsPage'),
})

export const expertSheetsEntry = {
  domain: 'performance',
  title: { zh: '专家评分', en: 'Scores of experts' },
  path: '/expert-sheets',
  permission: 'performance.judge',
} as const
