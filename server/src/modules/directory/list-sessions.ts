import { SessionId } from '@shiji/contract/directory'
import { type Context, requireSignedIn } from '#platform/context'
import { read } from '#platform/database/transaction'
import { listOpenSessions } from './session-store.ts'

export async function listSessions(context: Context) {
  requireSignedIn(context)
  const { personId, sessionId } = context.actor
  const rows = await read(context.db, (reader) => listOpenSessions(reader, personId, context.now))
  return rows.map(({ id, startedAt, lastSeenAt, address, device }) => ({
    id: SessionId.parse(id),
    startedAt: startedAt.toString(),
    lastSeenAt: lastSeenAt.toString(),
    address,
    device,
    current: id === sessionId,
  }))
}
