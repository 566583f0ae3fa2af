import type { Role } from '@shiji/contract/directory'
import type { Context } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { saveInvitation } from './invitation-store.ts'
import { savePerson } from './person-store.ts'

const ADMINISTRATORS: readonly { readonly role: Role; readonly name: string }[] = [
  { role: 'system-administrator', name: '系统管理员' },
  { role: 'security-administrator', name: '安全管理员' },
  { role: 'audit-administrator', name: '审计管理员' },
]

export type FirstLink = { readonly role: Role; readonly code: string }

/**
 * The first start of a district: its root unit and three one-time links, one for each separated administrator. There is
 * no built-in account (security.md D5). Answers nothing when the district is founded already.
 */
export async function foundDistrict(context: Context): Promise<readonly FirstLink[]> {
  const units = await read(context.db, (reader) => reader.selectFrom('directoryUnit').select('id').limit(1).execute())
  if (units.length > 0) return []

  return inTransaction(context.db, async (tx) => {
    const unitId = context.newId()
    const root = {
      id: unitId,
      parentId: null,
      name: context.district,
      kind: 'district',
      state: 'open',
      ancestors: [unitId],
    }
    await tx.insertInto('directoryUnit').values(root).execute()
    const links: FirstLink[] = []
    for (const { role, name } of ADMINISTRATORS) {
      const personId = context.newId()
      await savePerson(tx, { id: personId, unitId, name })
      await tx.insertInto('directoryRole').values({ personId, role, grantedBy: null, grantedAt: context.now }).execute()
      links.push({ role, code: await saveInvitation(tx, context, personId) })
    }
    await recordInLedger(tx, context, { did: 'directory.district-founded', unitId })
    return links
  })
}
