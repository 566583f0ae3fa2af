import type { CaseId, CaseView } from '@shiji/contract/flow'
import type { z } from 'zod'
import { type Context, requireSignedIn } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { loadOpenedCase } from './load-case.ts'
import { mayReadCase } from './may-read-case.ts'
import { viewCase } from './view-case.ts'

export async function openCase(context: Context, { id }: { id: CaseId }): Promise<z.infer<typeof CaseView>> {
  requireSignedIn(context)
  return read(context.db, async (reader) => {
    const opened = await loadOpenedCase(reader, context, id)
    if (opened === undefined || !(await mayReadCase(reader, context, opened))) refuse('not-found')
    return viewCase(reader, context, { opened, known: null })
  })
}
