import { say } from '@shiji/kernel/wording'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findDraft, findVersion } from './definition-store.ts'
import { type FlowAsked, openFlow } from './open-flow.ts'
import { BPMN_PROBLEMS, readBpmn } from './read-bpmn.ts'
import { keepDraft } from './save-flow-draft.ts'
import { writeBpmn } from './write-bpmn.ts'

export async function exportFlow(context: Context, asked: FlowAsked): Promise<{ xml: string }> {
  requirePermission(context, 'flow.manage')
  const { definition } = await openFlow(context, asked)
  return { xml: await writeBpmn(definition) }
}

type Brought = { readonly key: string; readonly revision: number; readonly xml: string }

/** What the file leaves open is among the problems, and keeps the draft from being published. */
export async function importFlow(context: Context, { key, revision, xml }: Brought) {
  requirePermission(context, 'flow.manage')
  const known = await read(context.db, async (reader) => {
    return (await findDraft(reader, key))?.definition ?? (await findVersion(reader, key)) ?? refuse('not-found')
  })
  const brought = await readBpmn(xml, known)
  if (!brought.ok) {
    const { code, parameters } = brought.problem
    return refuse('bpmn-unreadable', { problem: say(BPMN_PROBLEMS[code], context.language, parameters) })
  }
  const definition = brought.value
  return inTransaction(context.db, (tx) => keepDraft(tx, context, { key, revision, definition }))
}
