import { createRouter } from '@tanstack/react-router'
import { queryClient } from '#desk/api/query-client.ts'
import { FailedPage } from '#desk/shell/failed-page.tsx'
import { MENU, routeTree } from './routes.tsx'

export const router = createRouter({
  routeTree,
  context: { queryClient, menu: MENU },
  defaultPreload: 'intent',
  defaultErrorComponent: FailedPage,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
