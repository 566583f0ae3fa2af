import type { PersonContext } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { recordAllInLedger } from '#platform/ledger/record-in-ledger'
import { inPieces } from '#platform/lists/in-pieces'
import { endInvitations, makeInvitation } from '../invitation-store.ts'
import type { ListedPerson } from './list-people-store.ts'

type Wanted = { readonly people: readonly ListedPerson[]; readonly linksFor: 'new' | 'all-not-yet-in' }

/** One-time links for those who are new; when asked, for everybody of the list who has not come in. Earlier ones die. */
export async function issueLinks(tx: Tx, context: PersonContext, { people, linksFor }: Wanted) {
  const again = people.filter(({ was }) => linksFor === 'all-not-yet-in' && was?.state === 'invited')
  const invited = [...people.filter(({ was }) => was === null), ...again]
  await endInvitations(
    tx,
    context,
    again.map(({ id }) => id),
  )
  const issued = invited.map((person) => ({ person, ...makeInvitation(context, person.id) }))
  for (const piece of inPieces(issued.map(({ row }) => row))) {
    await tx.insertInto('directoryInvitation').values(piece).execute()
  }
  await recordAllInLedger(
    tx,
    context,
    again.map(({ id }) => ({ did: 'directory.person-invited-again', personId: id })),
  )
  const names = await unitNames(
    tx,
    issued.map(({ person }) => person.unitId),
  )
  return issued.map(({ person: { name, login, number, unitId }, code }) => ({
    name,
    unitName: names.get(unitId) ?? '',
    login: login ?? '',
    staffNumber: number ?? '',
    code,
  }))
}

async function unitNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (const piece of inPieces([...new Set(ids)])) {
    const units = await tx.selectFrom('directoryUnit').select(['id', 'name']).where('id', 'in', piece).execute()
    for (const { id, name } of units) names.set(id, name)
  }
  return names
}
