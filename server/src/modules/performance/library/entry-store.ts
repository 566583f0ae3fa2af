import { LibraryEntry } from '@shiji/kernel/library/library-pack'
import { sql } from 'kysely'
import type { Reader, Tx } from '#platform/database/transaction'
import { LIBRARY_PACKS } from '../official-sheets.ts'

export type Retired = { readonly reason: string; readonly at: string; readonly by: string }

export type KeptEntry = {
  readonly entry: LibraryEntry
  readonly origin: 'pack' | 'own'
  readonly retired: Retired | null
}

/** Everything in the library of the district, in the order of the packs, its own entries last. */
export async function listEntries(reader: Reader): Promise<KeptEntry[]> {
  const retired = await retirements(reader)
  const own = await reader.selectFrom('performanceLibraryEntry').select(['id', 'entry']).orderBy('id').execute()
  const shipped = LIBRARY_PACKS.flatMap(({ entries }) => entries).map((entry) => ({ entry, origin: 'pack' as const }))
  const added = own.map(({ entry }) => ({ entry: LibraryEntry.parse(entry), origin: 'own' as const }))
  return [...shipped, ...added].map((kept) => ({ ...kept, retired: retired.get(kept.entry.id) ?? null }))
}

export async function findEntry(reader: Reader, id: string): Promise<KeptEntry | undefined> {
  return (await listEntries(reader)).find(({ entry }) => entry.id === id)
}

/** One person changes the library at a time: the same promise cannot be added twice at once. */
export async function lockLibrary(tx: Tx): Promise<void> {
  await sql`lock table performance_library_entry in share row exclusive mode`.execute(tx)
}

async function retirements(reader: Reader): Promise<ReadonlyMap<string, Retired>> {
  const rows = await reader
    .selectFrom('performanceLibraryRetirement as gone')
    .innerJoin('directoryPerson as person', 'person.id', 'gone.byId')
    .select(['gone.entryId', 'gone.reason', 'gone.at', 'person.name as by'])
    .execute()
  return new Map(rows.map(({ entryId, reason, at, by }) => [entryId, { reason, at: at.toString(), by }]))
}

type Act = { readonly at: Temporal.Instant; readonly personId: string }

export async function saveEntry(tx: Tx, id: string, entry: LibraryEntry, { at, personId }: Act): Promise<void> {
  await tx
    .insertInto('performanceLibraryEntry')
    .values({ id, entry: JSON.stringify(entry), addedAt: at, addedBy: personId })
    .execute()
}

export async function saveRetirement(tx: Tx, entryId: string, reason: string, { at, personId }: Act): Promise<void> {
  await tx.insertInto('performanceLibraryRetirement').values({ entryId, reason, at, byId: personId }).execute()
}

/** False when the entry was not retired. */
export async function removeRetirement(tx: Tx, entryId: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('performanceLibraryRetirement')
    .where('entryId', '=', entryId)
    .returning('entryId')
    .executeTakeFirst()
  return gone !== undefined
}
