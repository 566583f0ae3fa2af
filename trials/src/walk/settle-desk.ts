import { randomUUID } from 'node:crypto'
import { NOW } from '../office/found-office.ts'

// biome-ignore lint/suspicious/noExplicitAny: the script below knows what each route answers.
type Run = (name: string, input: object, who: 'everybody' | 'contact') => Promise<any>

/** What the first bytes of a photo are. */
const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0])

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
  const brought = await run('addDocument', { name: '机柜.jpg', file: new File([JPEG], '机柜.jpg') }, 'everybody')
  const photo = { id, photoId: randomUUID(), documentId: brought.id, takenAt: NOW.toString() }
  await run('addPhoto', photo, 'everybody')
  await run('readPhoto', { id, photoId: photo.photoId }, 'everybody')
  const guest = { ...call, id: randomUUID(), callerName: '家长', unitId, callerId: null }
  const asked = await run('logTicket', guest, 'everybody')
  const resolve = { kind: 'resolve', manner: 'telephone', note: '已答复' }
  await run('actOnTicket', { id: asked.id, deedId: randomUUID(), deed: resolve, time: TIME }, 'everybody')
  const { path } = await run('askSatisfaction', { id: asked.id }, 'everybody')
  const code = path.split('/').at(-1)
  await run('showQuestion', { code }, 'everybody')
  await run('answerQuestion', { code, score: 5 }, 'everybody')
  const complaint = { unitId, ticketId: null, who: '家长', what: '没有回电', receivedAt: NOW.toString() }
  const recorded = await run('recordComplaint', complaint, 'contact')
  await run('judgeComplaint', { id: recorded.id, verdict: 'other', cause: '号码有误' }, 'everybody')
  const [notice] = await run('listNotices', {}, 'everybody')
  await run('acknowledgeNotice', { id: notice.id, what: 'delivered' }, 'everybody')
  await run('findSimilar', { unitId, service: 'network' }, 'everybody')
}
