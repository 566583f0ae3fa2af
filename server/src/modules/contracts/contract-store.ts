import { sql } from 'kysely'
import { visibleTo } from '#modules/directory'
import type { Actor } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'

/** Of the own unit and below, and what the own firm performs or supervises. Needs the units, `vendor` and `supervisor`. */
export function contractVisibleTo(actor: Actor) {
  const own = actor.kind === 'person' ? actor.unitId : null
  return sql<boolean>`(${visibleTo(actor)} or vendor.party_id = ${own}::uuid or supervisor.party_id = ${own}::uuid)`
}

/** Contracts with their unit, vendor and supervisor. */
export function fromContracts(reader: Reader) {
  return reader
    .selectFrom('contractsContract as contract')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'contract.unitId')
    .innerJoin('contractsVendor as vendor', 'vendor.id', 'contract.vendorId')
    .leftJoin('contractsVendor as supervisor', 'supervisor.id', 'contract.supervisorId')
}

export type LockedContract = Awaited<ReturnType<typeof lockContract>> & {}

/** A contract of the actor's own office, locked for a deed. */
export function lockContract(tx: Tx, actor: Actor, id: string) {
  return tx
    .selectFrom('contractsContract as contract')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'contract.unitId')
    .innerJoin('contractsVendor as vendor', 'vendor.id', 'contract.vendorId')
    .selectAll('contract')
    .select('vendor.name as vendorName')
    .where('contract.id', '=', id)
    .where(visibleTo(actor))
    .forUpdate('contract')
    .executeTakeFirst()
}

/** A contract the actor's office or firm has to do with, locked. */
export function lockContractAtHand(tx: Tx, actor: Actor, id: string) {
  return tx
    .selectFrom('contractsContract as contract')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'contract.unitId')
    .innerJoin('contractsVendor as vendor', 'vendor.id', 'contract.vendorId')
    .leftJoin('contractsVendor as supervisor', 'supervisor.id', 'contract.supervisorId')
    .select(['contract.id', 'contract.unitId', 'contract.projectId'])
    .where('contract.id', '=', id)
    .where(contractVisibleTo(actor))
    .forUpdate('contract')
    .executeTakeFirst()
}
