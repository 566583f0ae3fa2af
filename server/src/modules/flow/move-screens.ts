import type { FlowChanges } from '@shiji/kernel/flow/flow-draft'
import type { Context } from '#platform/context'
import { PREPARED } from '#platform/database/prepared'
import type { Tx } from '#platform/database/transaction'
import { announce } from '#platform/live/announce'

/** Moves the boxes and counts of everybody whose task came, went or changed, of the starter, and of who holds their desk. */
export async function moveScreens(tx: Tx, { now }: Context, { case: { starter }, tasks }: FlowChanges): Promise<void> {
  const signers = [...tasks.added, ...tasks.changed].flatMap(({ assignee, decidedBy }) => [assignee, decidedBy ?? []])
  const concerned = [...new Set([starter, ...signers.flat()])]
  const holders = await tx
    .selectFrom('flowDeputy')
    .select('deputy')
    .where('principal', 'in', concerned)
    .where('beginsAt', '<=', now)
    .where('endsAt', '>', now)
    .modifyEnd(PREPARED)
    .execute()
  const people = [...new Set([...concerned, ...holders.map(({ deputy }) => deputy)])]
  await announce(tx, { topic: 'tasks', about: null, people })
}
