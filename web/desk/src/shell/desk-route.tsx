import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { queries } from '#desk/api/client.ts'
import { ProblemError } from '#desk/api/problem-error.ts'
import { rootRoute } from './root-route.tsx'

/** Every page behind sign-in. Without a session it leads to the sign-in page, which leads back here. */
export const deskRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'desk',
  // Whoever signs in has no use for it yet.
  component: lazyRouteComponent(() => import('./shell.tsx'), 'Shell'),
  beforeLoad: async ({ context: { queryClient }, location }) => {
    try {
      return { me: await queryClient.ensureQueryData(queries.directory.whoAmI.queryOptions()) }
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'not-signed-in') throw error
      throw redirect({ to: '/sign-in', search: { next: location.href } })
    }
  },
})
