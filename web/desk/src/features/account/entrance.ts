import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { rootRoute } from '#desk/shell/root-route.tsx'

/** A page of this desk and nothing else: a link to a foreign host must not profit from signing in. */
const Next = z
  .string()
  .regex(/^\/(?![/\\])/)
  .catch('/')

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: z.object({ next: Next.optional() }),
  component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
})

const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation/$code',
  component: lazyRouteComponent(() => import('./invitation-page.tsx'), 'InvitationPage'),
})

/** The pages in front of the desk, open to anybody. */
export const entranceRoutes = [signInRoute, invitationRoute] as const
