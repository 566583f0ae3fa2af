import { VendorId } from '@shiji/contract/contracts'
import type { Decimal } from '@shiji/kernel/decimal'
import { sql } from 'kysely'
import { visibleTo } from '#modules/directory'
import type { Actor } from '#platform/context'
import type { Reader } from '#platform/database/transaction'

/** A vendor the actor's office keeps. */
export function findVendor(reader: Reader, actor: Actor, id: string) {
  return reader
    .selectFrom('contractsVendor as vendor')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'vendor.unitId')
    .select(['vendor.id', 'vendor.name', 'vendor.unitId'])
    .where('vendor.id', '=', id)
    .where(visibleTo(actor))
    .executeTakeFirst()
}

/** A licence is told of this many days before it ends. */
export const ENDING_DAYS = 60

type Query = { readonly search: string; readonly id?: string; readonly today: string }

export async function listVendorRows(reader: Reader, actor: Actor, { search, id, today }: Query) {
  const soon = sql`${today}::date + ${sql.lit(ENDING_DAYS)}::int`
  const rows = await reader
    .selectFrom('contractsVendor as vendor')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'vendor.unitId')
    .select(['vendor.id', 'vendor.name', 'vendor.creditCode', 'vendor.contact', 'directoryUnit.name as unitName'])
    .select([
      sql<number>`(select count(*)::int from contracts_contract c where c.vendor_id = vendor.id)`.as('contracts'),
      sql<number>`(select count(*)::int from contracts_licence l where l.vendor_id = vendor.id and l.holder = '')`.as(
        'licences',
      ),
      sql<number>`(select count(distinct l.holder)::int from contracts_licence l
        where l.vendor_id = vendor.id and l.holder <> '')`.as('people'),
      sql<number>`(select count(*)::int from contracts_licence l
        where l.vendor_id = vendor.id and l.valid_until <= ${soon})`.as('ending'),
      sql<Decimal | null>`(select a.score from contracts_appraisal a
        join contracts_contract c on c.id = a.contract_id where c.vendor_id = vendor.id
        order by a.year desc, a.recorded_at desc limit 1)`.as('score'),
    ])
    .where(visibleTo(actor))
    .$if(search !== '', (query) => query.where(sql<boolean>`strpos(vendor.name, ${search}) > 0`))
    .$if(id !== undefined, (query) => query.where('vendor.id', '=', id ?? ''))
    .orderBy('vendor.name')
    .orderBy('vendor.id')
    .execute()
  return rows.map((row) => ({ ...row, id: VendorId.parse(row.id) }))
}

export function listLicences(reader: Reader, vendorId: string) {
  return reader
    .selectFrom('contractsLicence')
    .select(['holder', 'name', 'number', 'validFrom', 'validUntil'])
    .where('vendorId', '=', vendorId)
    .orderBy('holder')
    .orderBy('validUntil')
    .orderBy('id')
    .execute()
}
