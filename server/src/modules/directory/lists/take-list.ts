import { createHash } from 'node:crypto'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { lockTree } from '../units/unit-store.ts'
import { type ListPlan, planList } from './list-ground.ts'
import { issueLinks } from './list-links.ts'
import { saveListPeople } from './list-people-store.ts'
import { saveListUnits } from './list-unit-store.ts'
import { countsOf } from './read-list.ts'
import { type ListFile, readListFile } from './read-list-file.ts'

type Input = { readonly file: File; readonly fingerprint: string; readonly linksFor: 'new' | 'all-not-yet-in' }

/** Takes all of a list or nothing of it, and only as it was looked at. */
export async function takeList(context: Context, { file, fingerprint, linksFor }: Input) {
  requirePermission(context, 'directory.manage-people')
  const list = await readListFile(file, context.language)

  return inTransaction(context.db, async (tx) => {
    await lockTree(tx)
    // Whoever accepts an invitation meanwhile waits, so that no login is taken twice.
    await tx.selectFrom('directoryInvitation').select('codeHash').where('usedAt', 'is', null).forUpdate().execute()
    const plan = await planList(tx, context, list.sheets)
    if (plan.problems.length > 0) refuse('list-wrong', { count: plan.problems.length })
    if (plan.fingerprint !== fingerprint) refuse('list-read-again')
    if (list.sheets.units !== null) requirePermission(context, 'directory.manage-units')

    const places = await saveListUnits(tx, context, { units: plan.units, source: list.name })
    const people = await saveListPeople(tx, context, { people: plan.people, places })
    const links = await issueLinks(tx, context, { people, linksFor })
    await recordTaken(tx, context, { list, plan, links: links.length })
    return { ...countsOf(plan), links }
  })
}

type Taken = { readonly list: ListFile; readonly plan: ListPlan; readonly links: number }

function recordTaken(tx: Tx, context: PersonContext, { list, plan, links }: Taken): Promise<void> {
  const sha256 = createHash('sha256').update(list.bytes).digest('hex')
  return recordInLedger(tx, context, { did: 'directory.list-taken', file: list.name, sha256, ...countsOf(plan), links })
}
