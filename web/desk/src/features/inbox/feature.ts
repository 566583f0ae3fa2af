import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { deskRoute } from '#desk/shell/desk-route.tsx'
import type { Feature } from '#desk/shell/feature.ts'
import { TaskBox } from './task-box.ts'

const tasksRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/tasks',
  validateSearch: z.object({ box: TaskBox.optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./tasks-page.tsx'), 'TasksPage'),
})

const messagesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/messages',
  component: lazyRouteComponent(() => import('./messages-page.tsx'), 'MessagesPage'),
})

const deputiesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/deputies',
  component: lazyRouteComponent(() => import('./deputies-page.tsx'), 'DeputiesPage'),
})

const channelsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/channels',
  component: lazyRouteComponent(() => import('./channels-page.tsx'), 'ChannelsPage'),
})

const group = { zh: '我的', en: 'Mine' }

export const inboxFeature = {
  menu: [
    { domain: 'work', group, title: { zh: '待办', en: 'Tasks' }, path: '/tasks', permission: null },
    { domain: 'work', group, title: { zh: '消息', en: 'Messages' }, path: '/messages', permission: null },
    { domain: 'work', group, title: { zh: '代理', en: 'Deputies' }, path: '/deputies', permission: null },
    {
      domain: 'system',
      group: { zh: '消息', en: 'Messages' },
      title: { zh: '消息渠道', en: 'Channels' },
      path: '/channels',
      permission: 'inbox.manage',
    },
  ],
  routes: [tasksRoute, messagesRoute, deputiesRoute, channelsRoute],
} as const satisfies Feature
