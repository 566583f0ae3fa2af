import type { TenantDatabase } from '@shiji/server/platform/database/transaction'
import { sealLedger } from '@shiji/server/platform/ledger/seal-ledger'
import type { AnswerBody } from '@shiji/server/testing/answer-body'
import { NOW } from '../office/found-office.ts'

type Run = (name: string, input: object) => Promise<AnswerBody>

type Subject = {
  readonly id: string
  readonly projectId: string
  readonly unitId: string
  readonly documentId: string
  readonly year: number
}

/** An approved promise meets its records: bound, read, listed, taken back, and the register behind it looked through. */
export async function goThroughEvidence(run: Run, { id, projectId, unitId, documentId, year }: Subject): Promise<void> {
  await run('bindSuggested', { id })
  const { declarations } = await run('readBoard', { year, projectId })
  const { position, binding } = declarations[0].rows[0]
  const bound = { id, position, measure: 'performance.execution-rate', reason: '支付台账为准', seen: binding }
  await run('bindRow', bound)
  await run('readRow', { id, position })
  await run('listEvidence', { id, position, which: 'counted' })
  await run('listMonthEnds', { id, position })
  await fulfilChecklist(run, { id, documentId })
  const register = { key: 'desk.incidents', unitId, year }
  await run('readRegister', register)
  await run('reviewRegister', { ...register, month: 1 })
}

/** A state in words is proved by a list: laid out, ticked by a file, taken back, added to, and one item left out. */
async function fulfilChecklist(run: Run, { id, documentId }: Pick<Subject, 'id' | 'documentId'>): Promise<void> {
  const position = 1
  const { row } = await run('readRow', { id, position })
  const params = { list: 'finance-rules' }
  const bound = { measure: 'documents.checklist', params, reason: '逐项核对', seen: row.binding }
  await run('bindRow', { id, position, ...bound })
  await run('listPatterns', {})
  await run('readChecklist', { id, position })
  const { items } = await run('layOutChecklist', { id, position })
  const itemId = items[0].id
  const proved = await run('proveChecklistItem', { id, position, itemId, what: { kind: 'file', documentId } })
  const because = '文件已废止'
  await run('withdrawChecklistProof', { id, position, proofId: proved.items[0].proofs[0].id, because })
  await run('listProofRecords', { id, position, measure: 'performance.execution-rate' })
  await run('addChecklistItem', { id, position, name: '内部控制手册' })
  await run('dropChecklistItem', { id, position, itemId: items[1].id, because: '本单位不适用' })
}

/** The rows are sealed, the ledger chains the entry, and the pack is taken and held against the records. */
export async function sealAndCheck(run: Run, { pool, schema }: TenantDatabase, id: string): Promise<void> {
  const { number } = await run('sealDeclaration', { id })
  const client = await pool.connect()
  await sealLedger(client, schema, NOW, 'standing-still').finally(() => client.release())
  await run('listDeclarationSeals', { id })
  await run('takeEvidencePack', { id, number })
  await run('checkDeclarationSeal', { id, number })
}
