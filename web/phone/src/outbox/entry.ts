import type { Act } from '@shiji/contract/flow'
import type { TicketDeed } from '@shiji/kernel/ticket/ticket-deed'
import type { Stroke } from '@shiji/kernel/work-order/strokes'
import type { WorkPart, WorkSpan, WorkStep } from '@shiji/kernel/work-order/work-schema'

/** A photo on the phone: brought in parts, each noted, so that it goes on where it stopped. */
export type KeptPhoto = {
  readonly photo: Blob
  readonly name: string
  readonly uploadId: string | null
  readonly documentId: string | null
}

/** What was seen at a point of a round; the id is made here, so that it is one visit however often it is sent. */
export type Visit = {
  readonly id: string
  readonly pointId: string
  readonly proof: 'scan' | 'number' | 'none'
  readonly skipReason: string
  readonly readings: readonly { readonly name: string; readonly value: string }[]
  readonly note: string
}

/** What a meter showed; the id is made here, so that it is one reading however often it is sent. */
export type MeterReading = {
  readonly id: string
  readonly meterId: string
  readonly value: string
  /** Of how many; null but for counts. */
  readonly of: string | null
  readonly note: string
}

/** A call as it was noted down; the id is made here, so that it arrives once however often it is sent. */
export type Call = {
  readonly id: string
  readonly callerId: string | null
  readonly callerName: string
  readonly unitId: string | null
  /** Who calls, as it is shown. */
  readonly caller: string
  readonly service: string
  readonly serviceName: string
  readonly scope: string
  readonly what: string
  readonly place: string
  readonly contact: string
  readonly lateReason: string
}

/** What was done on a work order, told against the version that was read; signed where somebody stood by who received it. */
export type WorkTold = {
  readonly orderId: string
  readonly version: number
  readonly steps: readonly WorkStep[]
  readonly parts: readonly WorkPart[]
  readonly spans: readonly (WorkSpan & { readonly name: string })[]
  readonly signature: { readonly signer: string; readonly strokes: readonly Stroke[] } | null
}

export type Work =
  | { readonly kind: 'call'; readonly call: Call }
  | {
      readonly kind: 'deed'
      readonly ticketId: string
      readonly title: string
      readonly deedId: string
      readonly deed: TicketDeed
    }
  | (KeptPhoto & {
      readonly kind: 'photo'
      readonly ticketId: string
      readonly title: string
      readonly photoId: string
    })
  | {
      readonly kind: 'visit'
      readonly roundId: string
      readonly title: string
      readonly visit: Visit
      readonly photos: readonly (KeptPhoto & { readonly takenAt: string })[]
    }
  | {
      readonly kind: 'reading'
      readonly title: string
      readonly reading: MeterReading
      readonly photo: KeptPhoto | null
    }
  | {
      readonly kind: 'work'
      readonly ticketId: string
      readonly title: string
      /** Sent twice, lines and signature each arrive once. */
      readonly linesKey: string
      readonly signatureKey: string
      /** What the order is called by once its lines have arrived and only the signature waits. */
      readonly recordedVersion: number | null
      readonly told: WorkTold
    }
  | {
      readonly kind: 'act'
      readonly caseId: string
      readonly title: string
      readonly key: string
      readonly act: Act
    }

/** Something that waits on the phone to be sent, in the order of `seq`. */
export type Entry = Work & {
  readonly seq: number
  /** Only the one who noted it down sends it. */
  readonly owner: string
  /** By the clock of the phone: when it happened and when it was kept. */
  readonly at: string
  readonly savedAt: string
  /** The sentence with which the server refused it; null while it waits. */
  readonly refused: string | null
}

/** Entries about the same thing keep their order among themselves, whatever is refused. */
export function subjectOf(entry: Work): string {
  switch (entry.kind) {
    case 'call':
      return entry.call.id
    case 'deed':
    case 'photo':
      return entry.ticketId
    case 'visit':
      return entry.visit.id
    case 'reading':
      return entry.reading.id
    case 'work':
      return entry.told.orderId
    case 'act':
      return entry.caseId
  }
}

/** The next entry to send: the oldest of this person that waits and whose subject has nothing refused before it. */
export function nextToSend(entries: readonly Entry[], owner: string): Entry | null {
  const held = new Set<string>()
  for (const entry of entries) {
    if (entry.owner !== owner) continue
    const subject = subjectOf(entry)
    if (entry.refused !== null) held.add(subject)
    else if (!held.has(subject)) return entry
  }
  return null
}
