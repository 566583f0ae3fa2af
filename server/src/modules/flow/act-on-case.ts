import type { Act, CaseId, CaseView } from '@shiji/contract/flow'
import { applyChanges } from '@shiji/kernel/flow/flow-draft'
import type { z } from 'zod'
import { listOpenChannels } from '#modules/inbox'
import { type Context, requireSignedIn } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { lockOpenedCase } from './load-case.ts'
import { openCase } from './open-case.ts'
import { stepOn } from './take-step.ts'
import { viewCase } from './view-case.ts'

type View = z.infer<typeof CaseView>

/** Answers the case as the act left it, made of what was read and what was changed; a repeat answers how it stands. */
export async function actOnCase(context: Context, { id, act }: { id: CaseId; act: Act }): Promise<View> {
  requireSignedIn(context)
  const made: { view?: View } = {}
  await inTransaction(context.db, async (tx) => {
    const [opened, channels] = await Promise.all([lockOpenedCase(tx, context, id), listOpenChannels(tx)])
    const { saved, changes, found } = await stepOn(tx, context, { saved: opened, channels, asked: act })
    const state = applyChanges(saved.state, changes)
    const after = { ...saved, state, log: [...saved.log, ...changes.log] }
    made.view = await viewCase(tx, context, { opened: after, known: found })
  })
  return made.view ?? openCase(context, { id })
}
