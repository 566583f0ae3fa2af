import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findDraft, findVersion } from './definition-store.ts'
import { sayProblems } from './say-problems.ts'

export type FlowAsked = { readonly key: string; readonly version?: number | undefined }

/** The draft when there is one and no version is asked for, else the newest version. */
export async function openFlow(context: Context, { key, version }: FlowAsked) {
  requirePermission(context, 'flow.manage')
  return read(context.db, async (reader) => {
    const draft = await findDraft(reader, key)
    const isDraft = draft !== undefined && version === undefined
    const definition = isDraft ? draft.definition : ((await findVersion(reader, key, version)) ?? refuse('not-found'))
    const problems = sayProblems(definition, context.language)
    return { definition, revision: draft?.revision ?? 0, isDraft, problems }
  })
}
