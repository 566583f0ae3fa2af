import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { deskRoute } from '#desk/shell/desk-route.tsx'
import type { Feature } from '#desk/shell/feature.ts'

const OfYear = z.object({
  year: z.coerce.number().int().min(1990).max(2100).optional().catch(undefined),
  search: z.string().max(100).optional().catch(undefined),
})

const contractsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/contracts',
  validateSearch: OfYear,
  component: lazyRouteComponent(() => import('./contracts-page.tsx'), 'ContractsPage'),
})

const signRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/contracts/new',
  component: lazyRouteComponent(() => import('./sign-page.tsx'), 'SignPage'),
})

const contractRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/contracts/$contractId',
  component: lazyRouteComponent(() => import('./contract-page.tsx'), 'ContractPage'),
})

const vendorsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/vendors',
  validateSearch: z.object({ search: z.string().max(100).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./vendors-page.tsx'), 'VendorsPage'),
})

const vendorRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/vendors/$vendorId',
  component: lazyRouteComponent(() => import('./vendor-page.tsx'), 'VendorPage'),
})

const purchasesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/purchases',
  validateSearch: OfYear,
  component: lazyRouteComponent(() => import('./purchases-page.tsx'), 'PurchasesPage'),
})

const group = { zh: '供应商与合同', en: 'Vendors and contracts' }
const entry = (title: { zh: string; en: string }, path: string) =>
  ({ domain: 'operations', group, title, path, permission: 'contracts.read' }) as const

export const contractsFeature = {
  menu: [
    entry({ zh: '合同', en: 'Contracts' }, '/contracts'),
    entry({ zh: '供应商', en: 'Vendors' }, '/vendors'),
    entry({ zh: '采购计划', en: 'Procurement plan' }, '/purchases'),
  ],
  routes: [signRoute, contractRoute, contractsRoute, vendorRoute, vendorsRoute, purchasesRoute],
} as const satisfies Feature
