import type { Me } from '@shiji/contract/directory'
import type { z } from 'zod'
import { type Context, requireSignedIn } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findMe } from './find-me.ts'

export async function whoAmI(context: Context): Promise<z.infer<typeof Me>> {
  requireSignedIn(context)
  return read(
    context.db,
    async (reader) => (await findMe(reader, context, context.actor.personId)) ?? refuse('not-signed-in'),
  )
}
