import { startFlow } from '#modules/flow'
import { type Context, requirePermission, requireSignedIn } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { placeOf } from '../official-sheets.ts'
import { type Filed, handInRevision } from './file-revision.ts'
import { sayRevision } from './say-revision.ts'

/** Files the revision and sends it through the desks its declaration went through; both happen or neither. */
export async function sendRevision(context: Context, input: Filed) {
  requirePermission(context, 'performance.write')
  requireSignedIn(context)

  return inTransaction(context.db, async (tx) => {
    const { revision, declaration } = await handInRevision(tx, context, input)
    const { id, project, unitId, content } = declaration
    await startFlow(tx, context, {
      subject: { kind: 'revision', id, name: `${project}（修订）`, unitId },
      place: placeOf(content),
      stage: 'revision',
      fields: {},
      choices: {},
      opinion: '',
    })
    return sayRevision(tx, context.actor, revision)
  })
}
