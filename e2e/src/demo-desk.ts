import type { RunningServer } from '@shiji/server/app/start-server'
import { layDemo } from '@shiji/server/testing/demo-folder'
import type {} from '@shiji/server/testing/global-setup'
import { inject } from 'vitest'
import { startDesk } from './desk-server.ts'

/** `npm start -- --demo`, on a copy of the one demo that is made for all journeys of a test run. */
export function startDemoDesk(): Promise<RunningServer> {
  const runFolder = inject('runFolder')
  return startDesk({ demo: true, below: runFolder, bringData: (dataFolder) => layDemo(runFolder, dataFolder) })
}
