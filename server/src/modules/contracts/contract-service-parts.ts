import { say } from '@shiji/kernel/wording'
import type { PersonContext } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { fromContracts } from './contract-store.ts'

export async function readHead(reader: Reader, contractId: string) {
  const row = await fromContracts(reader)
    .select(['contract.method', 'contract.signedOn', 'contract.amount as signedAmount', 'contract.passMark'])
    .select(['contract.pointValue', 'contract.settledOn', 'contract.settledAmount'])
    .select(['supervisor.id as supervisorId', 'supervisor.name as supervisorName'])
    .where('contract.id', '=', contractId)
    .executeTakeFirstOrThrow()
  const { settledOn, settledAmount, supervisorId, supervisorName, ...head } = row
  return {
    ...head,
    supervisor: supervisorId === null ? null : { id: supervisorId, name: supervisorName ?? '' },
    settlement: settledOn === null ? null : { settledOn, amount: settledAmount ?? '' },
  }
}

export async function listTerms(reader: Reader, { measures, language }: PersonContext, contractId: string) {
  const rows = await reader
    .selectFrom('contractsTerm')
    .select(['name', 'measure', 'target', 'points'])
    .where('contractId', '=', contractId)
    .orderBy('position')
    .execute()
  return rows.map((row) => {
    const measure = measures.get(row.measure)
    return { ...row, measureName: measure === undefined ? row.measure : say(measure.name, language) }
  })
}

export async function listDeductions(reader: Reader, contractId: string) {
  const rows = await reader
    .selectFrom('contractsDeduction as deduction')
    .innerJoin('directoryPerson as person', 'person.id', 'deduction.recordedBy')
    .leftJoin('contractsTerm as term', 'term.id', 'deduction.termId')
    .select(['deduction.year', 'deduction.month', 'deduction.points', 'deduction.reason', 'deduction.recordedAt'])
    .select(['person.name as recordedBy', 'term.name as term'])
    .where('deduction.contractId', '=', contractId)
    .orderBy('deduction.year', 'desc')
    .orderBy('deduction.month')
    .orderBy('deduction.id')
    .execute()
  return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toString() }))
}

export function listAppraisals(reader: Reader, contractId: string) {
  return reader
    .selectFrom('contractsAppraisal as appraisal')
    .innerJoin('directoryPerson as person', 'person.id', 'appraisal.recordedBy')
    .select(['appraisal.year', 'appraisal.heldOn', 'appraisal.points', 'appraisal.score', 'appraisal.passed'])
    .select(['appraisal.opinion', 'person.name as recordedBy'])
    .where('appraisal.contractId', '=', contractId)
    .orderBy('appraisal.year', 'desc')
    .execute()
}
