import type { FlowChanges } from '@shiji/kernel/flow/flow-draft'
import { sql } from 'kysely'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { announceToFound } from '#platform/live/announce'

/** Moves the boxes and counts of everybody whose task came, went or changed, of the starter, and of who holds their desk. */
export async function moveScreens(tx: Tx, { now }: Context, { case: { starter }, tasks }: FlowChanges): Promise<void> {
  const signers = [...tasks.added, ...tasks.changed].flatMap(({ assignee, decidedBy }) => [assignee, decidedBy ?? []])
  const concerned = sql`${[...new Set([starter, ...signers.flat()])]}::uuid[]`
  const people = sql`
    select unnest(${concerned}) as person
    union select deputy from flow_deputy
      where principal = any (${concerned}) and begins_at <= ${now} and ends_at > ${now}`
  await announceToFound(tx, { topic: 'tasks', people })
}
