import type { Context } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { isPlaceholder } from './found-district.ts'
import { findInvited } from './invitation-store.ts'

/** Whoever holds the link sees whom it is for. */
export async function readInvitation(context: Context, { code }: { code: string }) {
  const invited = await read(context.db, (reader) => findInvited(reader, code, context.now))
  if (invited === undefined) return refuse('invitation-invalid')
  const { name, login, passwordHash } = invited
  return { name: isPlaceholder(name) ? null : name, login, cameIn: passwordHash !== null }
}
