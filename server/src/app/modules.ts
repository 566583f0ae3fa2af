import { assetsModule } from '#modules/assets'
import { calendarModule } from '#modules/calendar'
import { contractsModule } from '#modules/contracts'
import { deskModule } from '#modules/desk'
import { directoryModule } from '#modules/directory'
import { documentsModule } from '#modules/documents'
import { evidenceModule } from '#modules/evidence'
import { flowModule } from '#modules/flow'
import { inboxModule } from '#modules/inbox'
import { performanceModule } from '#modules/performance'
import { upkeepModule } from '#modules/upkeep'
import { watchModule } from '#modules/watch'
import type { Module } from '#platform/module'

/** Every module of the product, lowest first. */
export const MODULES: readonly Module[] = [
  directoryModule,
  calendarModule,
  inboxModule,
  documentsModule,
  flowModule,
  evidenceModule,
  performanceModule,
  contractsModule,
  assetsModule,
  deskModule,
  upkeepModule,
  watchModule,
]
