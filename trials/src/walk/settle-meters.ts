import { randomUUID } from 'node:crypto'
import type { AnswerBody } from '@shiji/server/testing/answer-body'
import { NOW } from '../office/found-office.ts'

type Run = (name: string, input: object, who?: 'everybody' | 'contact') => Promise<AnswerBody>

const TIME = { happenedAt: NOW.toString(), sentAt: NOW.toString() }

/** A meter is read, read wrongly and read from a list; another is taken out of use. */
export async function goThroughMeters(run: Run, { unitId }: { readonly unitId: string }): Promise<void> {
  const ask = (name: string, input: object = {}) => run(name, input, 'everybody')
  const name = `总表${randomUUID().slice(0, 6)}`
  const limits = { least: null, most: '100', rated: null }
  const kept = { unitId, projectId: null, kind: 'energy', subject: null, place: '机房', unitWord: 'kWh', ...limits }
  const { id } = await ask('addMeter', { ...kept, id: randomUUID(), name })
  const reading = await ask('takeReading', { id, readingId: randomUUID(), time: TIME, value: '100' })
  await ask('withdrawReading', { id: reading.id, because: '多抄一位' })
  const file = new File([`表计或线路,时间,读数,总数\n${name},2020-01-31,50,`], '读数.csv')
  await ask('readReadingTemplate')
  await ask('markReadingList', { file })
  const { fingerprint } = await ask('readReadingList', { file })
  await ask('takeReadingList', { file, fingerprint })
  await ask('listMeters')
  await ask('openMeter', { id, year: 2020 })
  const counted = { ...kept, kind: 'counted', subject: 'units-served', most: null }
  const counts = await ask('addMeter', { ...counted, id: randomUUID(), name: `${name}（数）` })
  const typed = { id: counts.id, readingId: randomUUID(), time: TIME, value: '15', of: '16' }
  const { id: countId } = await ask('takeReading', typed)
  const { id: documentId } = await ask('addDocument', {
    name: '导出.csv',
    file: new File(['单位,是否接通'], '导出.csv'),
  })
  await ask('bringExport', { id: countId, documentId })
  const other = await ask('addMeter', { ...kept, id: randomUUID(), name: `${name}（旧）` })
  await ask('endMeter', { id: other.id })
}
