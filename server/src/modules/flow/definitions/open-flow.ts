import type { FlowDefinition } from '@shiji/kernel/flow/flow-definition'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { namesOf } from '../people/names.ts'
import { findDraft, findVersion } from './definition-store.ts'
import { findProblems, rulesOf } from './say-problems.ts'

export type FlowAsked = { readonly key: string; readonly version?: number | undefined }

/** The draft when there is one and no version is asked for, else the newest version. */
export async function openFlow(context: Context, { key, version }: FlowAsked) {
  requirePermission(context, 'flow.manage')
  return read(context.db, async (reader) => {
    const draft = await findDraft(reader, key)
    const isDraft = draft !== undefined && version === undefined
    const definition = isDraft ? draft.definition : ((await findVersion(reader, key, version)) ?? refuse('not-found'))
    const problems = await findProblems(reader, definition, context.language)
    const names = await namesOf(reader, peopleOf(definition))
    const people = [...names].map(([id, name]) => ({ id, name }))
    return { definition, revision: draft?.revision ?? 0, isDraft, problems, people }
  })
}

/** Everybody named by a rule of the flow; what is no id of a person names nobody. */
function peopleOf({ nodes }: FlowDefinition): string[] {
  const rules = nodes.flatMap(rulesOf)
  return rules.flatMap((rule) => (rule.kind === 'named' ? rule.people.filter((id) => UUID.test(id)) : []))
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
