import { LineId } from '@shiji/contract/desk-lines'
import type { UnitId } from '@shiji/contract/directory'
import type { ProjectId } from '@shiji/contract/performance'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { DESK_RULES } from '../desk-rules.ts'
import { findUnitInReach } from '../tickets/unit-in-reach.ts'
import { findDeskProject } from './desk-projects.ts'
import { followLine } from './follow-line.ts'
import { saveLine } from './line-store.ts'

type Input = {
  readonly unitId: UnitId
  readonly service: string | null
  readonly projectId: ProjectId | null
  readonly startsOn: string
}

export async function setLine(context: Context, { unitId, service, projectId, startsOn }: Input) {
  requirePermission(context, 'desk.organize')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    if ((await findUnitInReach(tx, actor, unitId)) === undefined) refuse('not-found')
    if (projectId !== null && (await findDeskProject(tx, actor, projectId)) === undefined) refuse('not-found')
    if (service !== null && !DESK_RULES.services.some(({ key }) => key === service))
      refuse('service-not-offered', { service })

    const id = context.newId()
    const line = { unitId, service, projectId, startsOn }
    await saveLine(tx, { id, ...line, setAt: now, setBy: actor.personId })
    const tickets = await followLine(tx, context, line)
    await recordInLedger(tx, context, { did: 'desk.line-set', lineId: id, ...line, tickets })
    return { id: LineId.parse(id), tickets }
  })
}
