import type { FlowChanges } from '@shiji/kernel/flow/flow-draft'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { announceToFound } from '#platform/live/announce'

/** Moves the boxes and counts of everybody whose task came, went or changed, of the starter, and of who holds their desk. */
export async function moveScreens(tx: Tx, { now }: Context, { case: { starter }, tasks }: FlowChanges): Promise<void> {
  const signers = [...tasks.added, ...tasks.changed].flatMap(({ assignee, decidedBy }) => [assignee, decidedBy ?? []])
  const concerned = [...new Set([starter, ...signers.flat()])]
  await announceToFound(tx, { topic: 'tasks', people: { sql: HEARERS, parameters: [concerned, now] } })
}

const HEARERS = `
  select unnest($1::uuid[]) as person
  union select deputy from flow_deputy
    where principal = any ($1::uuid[]) and begins_at <= $2::timestamptz and ends_at > $2::timestamptz`
