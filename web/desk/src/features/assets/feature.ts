import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { deskRoute } from '#desk/shell/desk-route.tsx'
import type { Feature } from '#desk/shell/feature.ts'
import { AssetSearch } from './asset-search.ts'

const assetsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/equipment',
  validateSearch: AssetSearch,
  component: lazyRouteComponent(() => import('./assets-page.tsx'), 'AssetsPage'),
})

const importRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/equipment/import',
  component: lazyRouteComponent(() => import('./asset-import-page.tsx'), 'AssetImportPage'),
})

const labelsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/equipment/labels',
  validateSearch: AssetSearch,
  component: lazyRouteComponent(() => import('./labels-page.tsx'), 'LabelsPage'),
})

const assetRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/equipment/$assetId',
  component: lazyRouteComponent(() => import('./asset-page.tsx'), 'AssetPage'),
})

const roomsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/rooms',
  component: lazyRouteComponent(() => import('./rooms-page.tsx'), 'RoomsPage'),
})

const stocktakesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/stocktakes',
  component: lazyRouteComponent(() => import('./stocktakes-page.tsx'), 'StocktakesPage'),
})

const stocktakeRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/stocktakes/$stocktakeId',
  validateSearch: z.object({ room: z.uuid().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./stocktake-page.tsx'), 'StocktakePage'),
})

const stockRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/stock',
  validateSearch: z.object({
    search: z.string().max(100).optional().catch(undefined),
    short: z.boolean().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./stock-page.tsx'), 'StockPage'),
})

const stockImportRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/stock/import',
  component: lazyRouteComponent(() => import('./stock-import-page.tsx'), 'StockImportPage'),
})

const stockCountRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/stock/count',
  validateSearch: z.object({ room: z.uuid().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./stock-count-page.tsx'), 'StockCountPage'),
})

const stockItemRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/stock/$itemId',
  component: lazyRouteComponent(() => import('./stock-item-page.tsx'), 'StockItemPage'),
})

const group = { zh: '资产', en: 'Assets' }
const entry = (title: { zh: string; en: string }, path: string) =>
  ({ domain: 'operations', group, title, path, permission: 'assets.read' }) as const

export const assetsFeature = {
  menu: [
    entry({ zh: '资产台账', en: 'Ledger of assets' }, '/equipment'),
    entry({ zh: '耗材备件', en: 'Consumables and parts' }, '/stock'),
    entry({ zh: '房间与库房', en: 'Rooms and stores' }, '/rooms'),
    entry({ zh: '盘点', en: 'Stocktakes' }, '/stocktakes'),
  ],
  routes: [
    importRoute,
    labelsRoute,
    assetRoute,
    assetsRoute,
    roomsRoute,
    stocktakeRoute,
    stocktakesRoute,
    stockImportRoute,
    stockCountRoute,
    stockItemRoute,
    stockRoute,
  ],
} as const satisfies Feature
