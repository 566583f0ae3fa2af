import { randomUUID } from 'node:crypto'
import { MODULES } from '@shiji/server/app/modules'
import { permissionsOf } from '@shiji/server/modules/directory/permissions'
import type { PersonContext } from '@shiji/server/platform/context'
import { measuresOf } from '@shiji/server/platform/measure'
import type { TrialWorld } from '@shiji/trials/trial-world'

type Who = { readonly personId: string; readonly unitId: string; readonly now: Temporal.Instant }

/** Somebody who fills in forms, at a moment that stands still. */
export function contextOf({ chenghu: db, files, secrets }: TrialWorld, { personId, unitId, now }: Who): PersonContext {
  return {
    ...{ db, files, secrets, now, newId: randomUUID, requestId: 'bench', language: 'zh', district: '澄湖区' },
    actor: {
      kind: 'person',
      personId,
      unitId,
      sessionId: randomUUID(),
      permissions: permissionsOf(['project-contact']),
    },
    caller: { address: '127.0.0.1', device: 'bench', session: null, setSession: () => undefined },
    listeners: [],
    measures: measuresOf(MODULES),
  }
}
