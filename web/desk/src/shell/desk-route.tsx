import { createRoute, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router'
import { queries } from '#desk/api/client.ts'
import { ProblemError } from '#desk/api/problem-error.ts'
import { rootRoute } from './root-route.tsx'

/** Every page behind sign-in. Without a session it leads to the sign-in page, which leads back here. */
export const deskRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'desk',
  // Whoever signs in has no use for it yet.
  component: lazyRouteComponent(() => import('./shell.tsx'), 'Shell'),
  beforeLoad: async ({ context: { queryClient }, location, params }) => {
    if (!Object.entries(params).every(isAnAddress)) throw notFound()
    try {
      return { me: await queryClient.ensureQueryData(queries.directory.whoAmI.queryOptions()) }
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'not-signed-in') throw error
      throw redirect({ to: '/sign-in', search: { next: location.href } })
    }
  },
})

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What stands for a record in an address is its id: `/changes/abc` leads nowhere. */
function isAnAddress([name, value]: [string, unknown]): boolean {
  return !name.endsWith('Id') || (typeof value === 'string' && UUID.test(value))
}
