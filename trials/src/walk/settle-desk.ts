import { randomUUID } from 'node:crypto'
import { NOW } from '../office/found-office.ts'

// biome-ignore lint/suspicious/noExplicitAny: the script below knows what each route answers.
type Run = (name: string, input: object, who: 'everybody') => Promise<any>

const TIME = { happenedAt: NOW.toString(), sentAt: NOW.toString() }

/** A call is logged, handed to somebody who is told of it, and worked on. */
export async function goThroughServiceDesk(
  run: Run,
  { unitId, personId }: { unitId: string; personId: string },
): Promise<void> {
  const call = { what: '无法上网', service: 'network', scope: 'one', time: TIME }
  const { id } = await run('logTicket', { ...call, id: randomUUID(), callerId: personId, unitId }, 'everybody')
  const act = (deed: object) => run('actOnTicket', { id, deedId: randomUUID(), deed, time: TIME }, 'everybody')
  await act({ kind: 'reassign', to: personId })
  const [notice] = await run('listNotices', {}, 'everybody')
  await run('acknowledgeNotice', { id: notice.id, what: 'delivered' }, 'everybody')
  await run('findSimilar', { unitId, service: 'network' }, 'everybody')
}
