import type { Role } from '@shiji/contract/directory'
import { sql } from 'kysely'
import type { Context } from '#platform/context'
import { inTransaction, type Reader, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { saveInvitation } from './invitation-store.ts'
import { savePerson } from './person-store.ts'
import { insertUnit } from './units/unit-store.ts'

const ADMINISTRATORS: readonly { readonly role: Role; readonly name: string }[] = [
  { role: 'system-administrator', name: '系统管理员' },
  { role: 'security-administrator', name: '安全管理员' },
  { role: 'audit-administrator', name: '审计管理员' },
]

/** What a founder is called until they come in under their own name. */
export function isPlaceholder(name: string): boolean {
  return ADMINISTRATORS.some((one) => one.name === name)
}

export type FirstLink = { readonly role: Role; readonly code: string }

/**
 * Founds a district on its first start: its root unit and three one-time links, one for each separated administrator.
 * There is no built-in account (security.md D5). On a later start, whoever of the three never came in gets a link again:
 * one that was lost before anybody read it must not lock the district for ever.
 */
export async function foundDistrict(context: Context): Promise<readonly FirstLink[]> {
  return inTransaction(context.db, async (tx) => {
    // Of two servers that start at once, one founds.
    await sql`lock table directory_unit in share row exclusive mode`.execute(tx)
    return (await isFounded(tx)) ? linksForAbsent(tx, context) : found(tx, context)
  })
}

export async function isFounded(reader: Reader): Promise<boolean> {
  return (await reader.selectFrom('directoryUnit').select('id').limit(1).executeTakeFirst()) !== undefined
}

async function found(tx: Tx, context: Context): Promise<readonly FirstLink[]> {
  const unitId = context.newId()
  insertUnit(tx, { id: unitId, parentId: null, name: context.district, kind: 'district', above: [] })
  const links: FirstLink[] = []
  for (const { role, name } of ADMINISTRATORS) {
    const personId = context.newId()
    await savePerson(tx, { id: personId, unitId, name })
    await tx.insertInto('directoryRole').values({ personId, role, grantedBy: null, grantedAt: context.now }).execute()
    links.push({ role, code: await saveInvitation(tx, context, personId) })
  }
  await recordInLedger(tx, context, { did: 'directory.district-founded', unitId })
  return links
}

/** Only for a role nobody holds who has come in; its first holder is invited anew. */
async function linksForAbsent(tx: Tx, context: Context): Promise<readonly FirstLink[]> {
  const holders = await tx
    .selectFrom('directoryRole')
    .innerJoin('directoryPerson', 'directoryPerson.id', 'directoryRole.personId')
    .select(['directoryPerson.id', 'directoryPerson.state', 'directoryRole.role'])
    .where('directoryPerson.state', 'in', ['invited', 'active'])
    .orderBy('directoryRole.grantedAt')
    .execute()
  const links: FirstLink[] = []
  for (const { role } of ADMINISTRATORS) {
    const own = holders.filter((holder) => holder.role === role)
    const [first] = own
    if (first === undefined || own.some(({ state }) => state === 'active')) continue
    links.push({ role, code: await saveInvitation(tx, context, first.id) })
    await recordInLedger(tx, context, { did: 'directory.person-invited-again', personId: first.id })
  }
  return links
}
