import { type ContractId, ContractReply } from '@shiji/contract/contracts'
import { GATE_WORDS, type OpenGate } from '@shiji/kernel/contracts/payment-gate'
import { type Language, say } from '@shiji/kernel/wording'
import type { z } from 'zod'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { listAcceptances, listChanges, listMilestones, listPurchasesOf, listSupervision } from './contract-parts.ts'
import { listAppraisals, listDeductions, listTerms, readHead } from './contract-service-parts.ts'
import { listContractRows } from './list-contracts.ts'
import { listInstalments, listPaymentsOf } from './payments/instalment-store.ts'

/** Everything that came of a contract, on one snapshot. */
export async function openContract(
  context: Context,
  { id }: { id: ContractId },
): Promise<z.infer<typeof ContractReply>> {
  requirePermission(context, 'contracts.read')
  const today = officeDay(context.now).toString()
  return read(context.db, async (reader) => {
    const [row] = await listContractRows(reader, context.actor, { today, id })
    if (row === undefined) return refuse('not-found')
    return ContractReply.parse({
      ...row,
      ...(await readHead(reader, id)),
      terms: await listTerms(reader, context, id),
      milestones: await listMilestones(reader, id, today),
      purchases: await listPurchasesOf(reader, id),
      acceptances: await listAcceptances(reader, id),
      instalments: await sayInstalments(reader, context, id),
      changes: await listChanges(reader, context.actor, id),
      deductions: await listDeductions(reader, id),
      appraisals: await listAppraisals(reader, id),
      supervision: await listSupervision(reader, id, today),
    })
  })
}

async function sayInstalments(reader: Reader, { language }: PersonContext, id: string) {
  const payments = await listPaymentsOf(reader, id)
  return (await listInstalments(reader, [id])).map(({ gates, payable, ...instalment }) => ({
    ...instalment,
    ...payable,
    gates: gates.map((gate) => ({ code: gate.code, sentence: sayGate(gate, language) })),
    waitsFor: {
      milestone: instalment.milestone,
      acceptance: instalment.needsAcceptance,
      appraisalYear: instalment.appraisalYear,
    },
    payments: payments
      .filter(({ instalmentId }) => instalmentId === instalment.id)
      .map(({ against, ...payment }) => ({ ...payment, against: against.map((gate) => sayGate(gate, language)) })),
  }))
}

function sayGate({ code, parameters }: OpenGate, language: Language): string {
  return say(GATE_WORDS[code], language, parameters)
}
