import { type Context, requirePermission } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { takeBroughtList } from '#platform/lists/list-import'
import { lockTree } from '../units/unit-store.ts'
import { DIRECTORY_LIST } from './directory-list.ts'
import { issueLinks } from './list-links.ts'
import { saveListPeople } from './list-people-store.ts'
import { saveListUnits } from './list-unit-store.ts'
import { countsOf } from './read-list.ts'

type Input = { readonly file: File; readonly fingerprint: string; readonly linksFor: 'new' | 'all-not-yet-in' }

/** Units first, then who is in them; the answer holds the one-time links. */
export async function takeList(context: Context, { linksFor, ...input }: Input) {
  return takeBroughtList(context, input, DIRECTORY_LIST, {
    lock: lockDirectory,
    save: async (tx, person, { plan, list }) => {
      if (list.found.units !== null) requirePermission(person, 'directory.manage-units')

      const places = await saveListUnits(tx, person, { units: plan.units, source: list.name })
      const people = await saveListPeople(tx, person, { people: plan.people, places })
      const links = await issueLinks(tx, person, { people, linksFor })
      const taken = { file: list.name, sha256: list.sha256, ...countsOf(plan), links: links.length }
      await recordInLedger(tx, person, { did: 'directory.list-taken', ...taken })
      return { ...countsOf(plan), links }
    },
  })
}

async function lockDirectory(tx: Tx): Promise<void> {
  await lockTree(tx)
  // Whoever accepts an invitation meanwhile waits, so that no login is taken twice.
  await tx.selectFrom('directoryInvitation').select('codeHash').where('usedAt', 'is', null).forUpdate().execute()
}
