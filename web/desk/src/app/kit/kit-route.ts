import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '#desk/shell/root-route.tsx'

/** The shared parts side by side, and the pages made of them, for those who build the desk; not in the product. */
export const kitRoutes = import.meta.env.DEV
  ? [
      createRoute({
        getParentRoute: () => rootRoute,
        path: '/kit',
        component: lazyRouteComponent(() => import('./kit-page.tsx'), 'KitPage'),
      }),
      createRoute({
        getParentRoute: () => rootRoute,
        path: '/kit/list',
        component: lazyRouteComponent(() => import('./kit-whole-pages.tsx'), 'KitListPage'),
      }),
      createRoute({
        getParentRoute: () => rootRoute,
        path: '/kit/import',
        component: lazyRouteComponent(() => import('./kit-whole-pages.tsx'), 'KitImportPage'),
      }),
    ]
  : []
