import { UnitId } from '@shiji/contract/directory'
import { z } from 'zod'

/** Which unit (with the units below it) and which year a page shows; kept in its address. */
export const Scope = z.object({
  unit: UnitId.optional().catch(undefined),
  year: z.coerce.number().int().min(1990).max(2100).optional().catch(undefined),
})

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The top bar asks for a unit and a year; the page's search is a `Scope`. Without a year: all, or the current one. */
    readonly scope?: 'all-years' | 'this-year'
  }
}
