import type { NewEntry } from '@shiji/contract/library'
import { indexNames } from '@shiji/kernel/library/find-alike'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { LIBRARY_PACKS, NAME_READER } from '../official-sheets.ts'
import { type KeptEntry, listEntries, lockLibrary, saveEntry } from './entry-store.ts'

/** The same promise in four spellings is one entry. */
export async function addEntry(context: Context, given: z.infer<typeof NewEntry>) {
  requirePermission(context, 'performance.review')
  const { personId } = context.actor
  const known = new Set(LIBRARY_PACKS.flatMap(({ services }) => services.map(({ key }) => key)))
  const service = given.services.find((key) => !known.has(key))
  if (service !== undefined) refuse('service-unknown', { service })

  const uuid = context.newId()
  const id = `own.${uuid}`
  await inTransaction(context.db, async (tx) => {
    await lockLibrary(tx)
    const entries = await listEntries(tx)

    const name = nameOfSame(entries, [given.level3, ...given.synonyms])
    if (name !== null) refuse('indicator-known', { name })

    const entry = { ...given, id, measure: null, weight: null }
    await saveEntry(tx, uuid, entry, { at: context.now, personId })
    await recordInLedger(tx, context, { did: 'performance.library-entry-added', entryId: id, entry })
  })
  return { id }
}

/** What the entry is called that promises the same; retired entries no longer count. */
function nameOfSame(entries: readonly KeptEntry[], names: readonly string[]): string | null {
  const known = entries
    .filter(({ retired }) => retired === null)
    .flatMap(({ entry }) => [entry.level3, ...entry.synonyms].map((name) => ({ name, title: entry.level3 })))
  const index = indexNames(
    known.map(({ name }) => name),
    NAME_READER,
  )
  for (const name of names) {
    const [best] = index.findAlike(NAME_READER.read(name), 1)
    if (best?.likeness.kind === 'same') return known[best.at]?.title ?? null
  }
  return null
}
