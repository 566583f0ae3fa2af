import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext } from '@tanstack/react-router'
import type { MenuEntry } from './feature.ts'
import { NotFoundPage } from './not-found-page.tsx'

/** What every route may use while it loads. */
type DeskContext = { readonly queryClient: QueryClient; readonly menu: readonly MenuEntry[] }

export const rootRoute = createRootRouteWithContext<DeskContext>()({ notFoundComponent: NotFoundPage })
