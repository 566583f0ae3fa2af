import type { LedgerLine } from '@shiji/contract/directory-ledger'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { PersonContext } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { OFFICE_TIME_ZONE } from '#platform/office-day'
import { visibleTo } from '../person-store.ts'
import { fold } from '../search-words.ts'

export type Question = {
  readonly person: string
  readonly mentions: string
  readonly did: string
  readonly from?: string | undefined
  readonly to?: string | undefined
}

type Page = { readonly after?: string | undefined; readonly limit: number }

/** Newest first. Entries of people outside the reader's units, and of nobody, are for the district alone. */
export async function listLedgerLines(
  reader: Reader,
  { actor }: PersonContext,
  { question, page }: { question: Question; page: Page },
): Promise<z.infer<typeof LedgerLine>[]> {
  const { person, mentions, did, from, to } = question
  let query = reader
    .selectFrom('ledgerEntry as entry')
    .leftJoin('directoryPerson as person', 'person.id', 'entry.actorId')
    .leftJoin('directoryUnit', 'directoryUnit.id', 'person.unitId')
    .leftJoin('ledgerSeal as seal', 'seal.entryId', 'entry.id')
    .select(['entry.id', 'entry.at', 'person.name as person', 'entry.did', 'entry.requestId', 'seal.number'])
    .select(sql<string>`entry.detail::text`.as('detail'))
    .where((where) =>
      where.or([
        visibleTo(actor),
        where.and([
          where('entry.actorId', 'is', null),
          sql<boolean>`exists (select 1 from directory_unit root where root.id = ${actor.unitId} and root.parent_id is null)`,
        ]),
      ]),
    )
  if (person !== '') query = query.where('person.sought', 'like', `%${escapeLike(fold(person))}%`)
  if (did !== '') query = query.where('entry.did', 'like', `${escapeLike(did)}%`)
  if (mentions !== '') query = query.where(sql<boolean>`entry.detail::text like ${`%${escapeLike(mentions)}%`}`)
  if (from !== undefined) query = query.where('entry.at', '>=', startOf(Temporal.PlainDate.from(from)))
  if (to !== undefined) query = query.where('entry.at', '<', startOf(Temporal.PlainDate.from(to).add({ days: 1 })))
  if (page.after !== undefined) {
    query = query.where(sql<boolean>`(entry.at, entry.id) < (select at, id from ledger_entry where id = ${page.after})`)
  }
  const rows = await query.orderBy('entry.at', 'desc').orderBy('entry.id', 'desc').limit(page.limit).execute()
  return rows.map((row) => ({ ...row, at: row.at.toString(), number: row.number?.toString() ?? null }))
}

function startOf(day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime(OFFICE_TIME_ZONE).toInstant()
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}
