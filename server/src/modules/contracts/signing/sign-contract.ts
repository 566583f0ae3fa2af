import type { PurchaseId, PurchaseMethod, VendorId } from '@shiji/contract/contracts'
import { ContractId } from '@shiji/contract/contracts'
import type { NewInstalment, NewTerm } from '@shiji/contract/contracts-deeds'
import type { ProjectId } from '@shiji/contract/performance'
import { add, compare, type Decimal, decimal, ZERO } from '@shiji/kernel/decimal'
import { printYuan } from '@shiji/kernel/money'
import { say, type Wording } from '@shiji/kernel/wording'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { refuseAhead } from '#platform/refuse-ahead'
import { tellContract } from '../measures/tell-contract.ts'
import { findSharedProject } from '../shared-rows.ts'
import { findVendor } from '../vendors/vendor-store.ts'
import { paramsOf } from './params-of.ts'
import { saveContract } from './save-contract.ts'

export type ContractInput = {
  readonly projectId: ProjectId
  readonly vendorId: VendorId
  readonly supervisorId: VendorId | null
  readonly number: string
  readonly name: string
  readonly method: z.infer<typeof PurchaseMethod>
  readonly termYear: number
  readonly termYears: number
  readonly amount: string
  readonly signedOn: string
  readonly startsOn: string
  readonly endsOn: string
  readonly passMark: string
  readonly pointValue: string
  readonly terms: readonly z.infer<typeof NewTerm>[]
  readonly milestones: readonly { readonly name: string; readonly dueOn: string }[]
  readonly instalments: readonly z.infer<typeof NewInstalment>[]
  readonly purchaseIds: readonly PurchaseId[]
}

const WRONG = {
  sum: {
    zh: '各期付款合计 {sum} 元，与合同金额 {amount} 元不符。',
    en: 'The instalments come to {sum} yuan and the contract to {amount}.',
  },
  milestone: {
    zh: '“{name}”所等的第 {milestone} 个节点不存在。',
    en: '"{name}" waits for milestone {milestone}, which is not there.',
  },
  years: { zh: '合同是第 {year} 年，共 {years} 年，对不上。', en: 'It cannot be year {year} of {years}.' },
} as const satisfies Readonly<Record<string, Wording>>

/** A contract is entered whole; its instalments come to its amount, and what they wait for is there. */
export async function signContract(context: Context, input: ContractInput) {
  requirePermission(context, 'contracts.write')
  const { actor } = context
  const { projectId, vendorId, supervisorId, number, terms } = input
  return inTransaction(context.db, async (tx) => {
    const { unitId } = (await findSharedProject(tx, actor, projectId)) ?? refuse('not-found')
    const parties = [vendorId, ...(supervisorId === null ? [] : [supervisorId])]
    for (const id of parties) if ((await findVendor(tx, actor, id)) === undefined) refuse('not-found')
    refuseWrong(context, input)
    const params = terms.map((term) => paramsOf(context, term))

    const id = context.newId()
    const made = await saveContract(tx, context, { ...input, id, unitId, params })
    if (made === 'number-taken') refuse('name-taken', { name: number })
    if (made === 'purchase-unknown') refuse('not-found')
    await recordInLedger(tx, context, { did: 'contracts.contract-signed', contractId: id, unitId, ...input })
    const days = [...input.milestones, ...input.instalments].map(({ dueOn }) => dueOn)
    await tellContract(tx, context, { unitId, projectId, days: [...days, input.signedOn, input.endsOn] })
    return { id: ContractId.parse(id) }
  })
}

function refuseWrong(context: Context, input: ContractInput): void {
  const wrong = (key: keyof typeof WRONG, parameters: Readonly<Record<string, string | number>>) =>
    refuse('contract-wrong', { problem: say(WRONG[key], context.language, parameters) })
  const { amount, instalments, milestones, termYear, termYears } = input
  refuseAhead(context, input.signedOn)
  if (input.endsOn < input.startsOn) refuse('span-reversed')
  if (termYear > termYears) wrong('years', { year: termYear, years: termYears })
  const sum = instalments.map((one) => decimal(one.amount)).reduce<Decimal>(add, ZERO)
  if (compare(sum, decimal(amount)) !== 0) wrong('sum', { sum: printYuan(sum), amount: printYuan(decimal(amount)) })
  for (const { name, milestone } of instalments)
    if (milestone !== null && milestone > milestones.length) wrong('milestone', { name, milestone })
}
