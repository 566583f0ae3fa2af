import { Box } from '@shiji/contract/flow'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { deskRoute } from '#desk/shell/desk-route.tsx'
import type { Feature } from '#desk/shell/feature.ts'

const tasksRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/tasks',
  validateSearch: z.object({ box: Box.optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./tasks-page.tsx'), 'TasksPage'),
})

export const inboxFeature = {
  menu: [
    {
      domain: 'work',
      group: { zh: '我的', en: 'Mine' },
      title: { zh: '待办', en: 'Tasks' },
      path: '/tasks',
      permission: null,
    },
  ],
  routes: [tasksRoute],
} as const satisfies Feature
