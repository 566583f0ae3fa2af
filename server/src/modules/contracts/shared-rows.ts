import type { Decimal } from '@shiji/kernel/decimal'
import { sql } from 'kysely'
import { visibleTo } from '#modules/directory'
import type { Actor } from '#platform/context'
import type { Reader } from '#platform/database/transaction'

type SharedProject = { readonly id: string; readonly unitId: string; readonly name: string }

type SharedPayment = {
  readonly id: string
  readonly projectId: string
  readonly paidOn: string
  readonly amount: Decimal
  readonly voucher: string
  readonly payee: string
  readonly purpose: string
  readonly enteredAt: Temporal.Instant
  /** null until the treasury's list has it. */
  readonly listedAt: Temporal.Instant | null
}

/** What is open to every module of projects and their payments. */
export const sharedProject = sql<SharedProject>`shared_project`.as('project')
export const sharedPayment = sql<SharedPayment>`shared_payment`.as('payment')

/** A project the actor may see. */
export function findSharedProject(reader: Reader, actor: Actor, id: string) {
  return reader
    .selectFrom(sharedProject)
    .innerJoin('directoryUnit', 'directoryUnit.id', 'project.unitId')
    .select(['project.id', 'project.name', 'project.unitId'])
    .where('project.id', '=', id)
    .where(visibleTo(actor))
    .executeTakeFirst()
}
