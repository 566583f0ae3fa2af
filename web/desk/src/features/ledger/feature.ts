import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { deskRoute } from '#desk/shell/desk-route.tsx'
import type { Feature } from '#desk/shell/feature.ts'

const text = z.string().max(100).catch('').optional()
const day = z.iso.date().optional().catch(undefined)

const ledgerRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/ledger',
  validateSearch: z.object({ person: text, mentions: text, did: text, from: day, to: day }),
  component: lazyRouteComponent(() => import('./ledger-page.tsx'), 'LedgerPage'),
})

export const ledgerFeature = {
  menu: [
    {
      domain: 'system',
      group: { zh: '审计', en: 'Audit' },
      title: { zh: '操作账本', en: 'Ledger' },
      path: '/ledger',
      permission: 'directory.read-ledger',
    },
  ],
  routes: [ledgerRoute],
} as const satisfies Feature
