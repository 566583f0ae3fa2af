import type { Me } from '@shiji/contract/directory'
import type { z } from 'zod'
import { type Context, requireSignedIn } from '#platform/context'
import { readOnce } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findMe } from './find-me.ts'

export async function whoAmI(context: Context): Promise<z.infer<typeof Me>> {
  requireSignedIn(context)
  const { personId } = context.actor
  const me = await readOnce(context.db, (reader) => findMe(reader, context, personId))
  return me ?? refuse('not-signed-in')
}
