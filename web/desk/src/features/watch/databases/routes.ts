import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { deskRoute } from '#desk/shell/desk-route.tsx'

export const databasesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/databases',
  component: lazyRouteComponent(() => import('./databases-page.tsx'), 'DatabasesPage'),
})

export const newDatabaseRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/databases/new',
  component: lazyRouteComponent(() => import('./database-editor.tsx'), 'NewDatabasePage'),
})

export const databaseRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/databases/$databaseId',
  component: lazyRouteComponent(() => import('./database-page.tsx'), 'DatabasePage'),
})

export const databaseSettingsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/databases/$databaseId/settings',
  component: lazyRouteComponent(() => import('./database-editor.tsx'), 'ChangeDatabasePage'),
})

export const checkupRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/databases/checkups/$checkupId',
  component: lazyRouteComponent(() => import('./checkup-page.tsx'), 'CheckupPage'),
})
