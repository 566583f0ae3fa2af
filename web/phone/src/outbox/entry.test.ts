import { expect, test } from 'vitest'
import { type Entry, nextToSend } from './entry.ts'

const MOMENT = '2026-03-02T03:10:07.000Z'

/** `call A`, `deed A refused`, `photo B of other`: kind and ticket, what became of it, whose it is. */
function outbox(lines: readonly string[]): Entry[] {
  return lines.map((line, seq) => {
    const [kind, ticketId = ''] = line.split(' ')
    const kept = {
      seq,
      owner: line.endsWith('of other') ? 'other' : 'me',
      at: MOMENT,
      savedAt: MOMENT,
      refused: line.includes('refused') ? '没有立案。' : null,
    }
    if (kind === 'call') return { ...kept, kind, call: { ...CALL, id: ticketId } }
    if (kind === 'visit')
      return { ...kept, kind, roundId: 'round', title: '', visit: { ...VISIT, id: ticketId }, photos: [] }
    if (kind === 'reading') return { ...kept, kind, title: '', reading: { ...READING, id: ticketId }, photo: null }
    if (kind === 'deed') return { ...kept, kind, ticketId, title: '', deedId: '', deed: { kind: 'accept' } }
    return { ...kept, kind: 'photo', ticketId, title: '', ...PHOTO }
  })
}

const CALL = {
  callerId: null,
  callerName: '周老师',
  unitId: null,
  caller: '周老师',
  service: 'network',
  serviceName: '网络',
  scope: 'one',
  what: '',
  place: '',
  contact: '',
  lateReason: '',
}
const VISIT = { pointId: '', proof: 'none', skipReason: '', readings: [], note: '' } as const
const READING = { meterId: 'meter', value: '1', of: null, note: '' }
const PHOTO = { photoId: '', photo: new Blob(), name: '', uploadId: null, documentId: null }

test.each([
  ['nothing is sent when nothing waits', [], null],
  ['the oldest goes first', ['call A', 'call B'], 0],
  ['what was refused holds up what belongs to it and nothing else', ['call A refused', 'photo A', 'call B'], 2],
  ['a photo goes after its call', ['call A', 'photo A'], 0],
  ['a deed that was refused holds up the next of the same ticket', ['deed A refused', 'deed A', 'photo A'], null],
  ['a point that was refused holds up no other of its round', ['visit A refused', 'visit B', 'visit C'], 1],
  ['a reading that was refused holds up no other of its meter', ['reading A refused', 'reading B'], 1],
  ['what another noted down on this phone waits for them', ['call A of other', 'call B'], 1],
  ['what another had refused holds up nobody else', ['deed A refused of other', 'deed A'], 1],
])('%s', (_title, lines, expected) => {
  expect(nextToSend(outbox(lines), 'me')?.seq ?? null).toBe(expected)
})
