import type { TicketId } from '@shiji/contract/desk'
import type { WorkOrderId } from '@shiji/contract/desk-work'
import type { PersonId, UnitId } from '@shiji/contract/directory'
import type { CaseId } from '@shiji/contract/flow'
import type { OccurrenceId } from '@shiji/contract/upkeep'
import type { MeterId, ReadingId } from '@shiji/contract/upkeep-meters'
import type { Decimal } from '@shiji/kernel/decimal'
import { type Language, say } from '@shiji/kernel/wording'
import { deviceTime } from '../../../desk/src/kit/device-time.ts'
import { api } from '../api/client.ts'
import { getLook } from '../look/look-store.ts'
import { clockWithSeconds } from '../words/clock-text.ts'
import type { Call, Entry } from './entry.ts'
import { saveEntry } from './outbox-store.ts'
import { bringPhoto } from './send-photo.ts'

/** What was sent, for the list of what has arrived. */
export type Arrived = { readonly title: string; readonly ticketId: string | null }

const OFFLINE = {
  zh: '{time} 记在手机里，当时没有网络',
  en: 'kept on the phone at {time}, without a network',
}

/** Sends one entry; sent twice it arrives once. Throws a `ProblemError`. */
export async function sendEntry(entry: Entry): Promise<Arrived> {
  switch (entry.kind) {
    case 'call': {
      const { number, what } = await api.desk.logTicket(callInput(entry, entry.call))
      return { title: `${number} ${what}`, ticketId: entry.call.id }
    }
    case 'deed': {
      const { deedId, deed, ticketId, title } = entry
      await api.desk.actOnTicket({ id: ticketId as TicketId, deedId, deed, time: deviceTime(new Date(entry.at)) })
      return { title, ticketId }
    }
    case 'photo': {
      const { ticketId, photoId, at, title } = entry
      const documentId = await bringPhoto(entry, (photo) => saveEntry({ ...entry, ...photo }))
      await api.deskPhotos.addPhoto({ id: ticketId as TicketId, photoId, documentId, takenAt: at })
      return { title, ticketId }
    }
    case 'visit':
      await sendVisit(entry)
      return { title: entry.title, ticketId: null }
    case 'reading':
      await sendReading(entry)
      return { title: entry.title, ticketId: null }
    case 'work':
      await sendWork(entry)
      return { title: entry.title, ticketId: entry.ticketId }
    case 'act': {
      const { caseId, act, key, title } = entry
      await api.flow.actOnCase({ id: caseId as CaseId, act }, { context: { idempotencyKey: key } })
      return { title, ticketId: null }
    }
  }
}

/** The pictures first, so that a visit which has arrived is whole. */
async function sendVisit(entry: Extract<Entry, { kind: 'visit' }>): Promise<void> {
  let kept = entry
  const photos = []
  for (const [index, photo] of entry.photos.entries()) {
    const documentId = await bringPhoto(photo, async (now) => {
      kept = { ...kept, photos: kept.photos.map((one, at) => (at === index ? { ...one, ...now } : one)) }
      await saveEntry(kept)
    })
    photos.push({ documentId, takenAt: photo.takenAt })
  }
  const { happenedAt, sentAt, device } = deviceTime(new Date(entry.at))
  const { roundId, visit } = entry
  const seen = { ...visit, readings: [...visit.readings], happenedAt, photos }
  await api.upkeepRounds.keepVisits({ id: roundId as OccurrenceId, sentAt, device, visits: [seen] })
}

async function sendReading(entry: Extract<Entry, { kind: 'reading' }>): Promise<void> {
  const { photo, at } = entry
  const documentId = photo === null ? null : await bringPhoto(photo, (now) => saveEntry({ ...entry, photo: now }))
  const { id, meterId, value, of, note } = entry.reading
  const read = { value: value as Decimal, of: of as Decimal | null, note, documentId }
  const time = deviceTime(new Date(at))
  await api.upkeepMeters.takeReading({ id: meterId as MeterId, readingId: id as ReadingId, time, ...read })
}

/** The lines first, for the signature stands under them. */
async function sendWork(entry: Extract<Entry, { kind: 'work' }>): Promise<void> {
  const { told, at, linesKey, signatureKey } = entry
  const id = told.orderId as WorkOrderId
  let version = entry.recordedVersion
  if (version === null) {
    const { steps, parts, spans } = told
    const lines = { steps: [...steps], parts: [...parts], spans: spans.map(({ name: _, ...span }) => span) }
    const recorded = await api.deskWork.recordWork(
      { id, version: told.version, ...lines },
      { context: { idempotencyKey: linesKey } },
    )
    version = recorded.version
    await saveEntry({ ...entry, recordedVersion: version })
  }
  if (told.signature === null) return
  const { signer, strokes } = told.signature
  const signed = { id, version, signer, strokes: [...strokes], time: deviceTime(new Date(at)) }
  await api.deskWork.signWork(signed, { context: { idempotencyKey: signatureKey } })
}

function callInput({ at, savedAt }: Entry, { caller: _, serviceName: __, ...call }: Call) {
  const { language } = getLook()
  return {
    ...call,
    id: call.id as TicketId,
    callerId: call.callerId as PersonId | null,
    unitId: call.unitId as UnitId | null,
    scope: call.scope as 'one',
    time: deviceTime(new Date(at)),
    lateReason: call.lateReason === '' ? whyLate(savedAt, language) : call.lateReason,
  }
}

/** Long on its way, it says since when it lay on the phone; whoever wrote it down late has said why. */
function whyLate(savedAt: string, language: Language): string {
  const isFresh = Date.now() - Date.parse(savedAt) < 60_000
  return isFresh ? '' : say(OFFLINE, language, { time: clockWithSeconds(savedAt) })
}
