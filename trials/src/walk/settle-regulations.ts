import { randomUUID } from 'node:crypto'
import type { AnswerBody } from '@shiji/server/testing/answer-body'

type Run = (name: string, input: object) => Promise<AnswerBody>

/** One document of the institution is reviewed and stays in force, another is repealed. */
export async function goThroughRegulations(run: Run, documentId: string): Promise<void> {
  const days = { validFrom: '2020-01-01', validUntil: null, nextReviewOn: null }
  const facts = { kind: 'rule', number: '', documentId, ...days }
  const { id } = await run('registerRegulation', { ...facts, id: randomUUID(), name: '巡检制度' })
  await run('reviewRegulation', { id, on: '2021-01-05', note: '继续有效', nextReviewOn: '2022-01-05' })
  await run('openRegulation', { id })
  await run('listRegulations', {})
  const other = await run('registerRegulation', { ...facts, id: randomUUID(), name: '旧制度' })
  await run('repealRegulation', { id: other.id, on: '2021-01-05', because: '并入巡检制度' })
}
