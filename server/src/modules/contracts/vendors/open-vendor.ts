import { ContractId, type Licence, type VendorId } from '@shiji/contract/contracts'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { ENDING_DAYS, listLicences, listVendorRows } from './vendor-store.ts'

export async function openVendor(context: Context, { id }: { id: VendorId }) {
  requirePermission(context, 'contracts.read')
  const today = officeDay(context.now)
  return read(context.db, async (reader) => {
    const [vendor] = await listVendorRows(reader, context.actor, { search: '', id, today: today.toString() })
    if (vendor === undefined) return refuse('not-found')
    const papers = (await listLicences(reader, id)).map((paper) => ({ ...paper, state: stateOf(paper, today) }))
    return { ...vendor, papers, contractsHeld: await listHeld(reader, id), appraisals: await listScores(reader, id) }
  })
}

type Span = { readonly validFrom: string; readonly validUntil: string | null }

function stateOf({ validFrom, validUntil }: Span, today: Temporal.PlainDate): z.infer<typeof Licence>['state'] {
  if (validFrom > today.toString()) return 'not-yet'
  if (validUntil === null || validUntil > today.add({ days: ENDING_DAYS }).toString()) return 'valid'
  return validUntil < today.toString() ? 'ended' : 'ending'
}

async function listHeld(reader: Reader, vendorId: string) {
  const rows = await reader
    .selectFrom('contractsContract')
    .select(['id', 'number', 'name', 'startsOn', 'endsOn'])
    .where('vendorId', '=', vendorId)
    .orderBy('startsOn', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, id: ContractId.parse(row.id) }))
}

function listScores(reader: Reader, vendorId: string) {
  return reader
    .selectFrom('contractsAppraisal as appraisal')
    .innerJoin('contractsContract as contract', 'contract.id', 'appraisal.contractId')
    .select(['contract.name as contract', 'appraisal.year', 'appraisal.score'])
    .where('contract.vendorId', '=', vendorId)
    .orderBy('appraisal.year', 'desc')
    .execute()
}
