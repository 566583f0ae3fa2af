import { CaseId, type CaseState } from '@shiji/contract/flow'
import { sql } from 'kysely'
import type { z } from 'zod'
import { visibleTo } from '#modules/directory'
import { type Context, requireSignedIn } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { isAskedAbout } from './boxes/is-asked-about.ts'

type About = { readonly subjectKind: string; readonly subjectId: string }
type State = z.infer<typeof CaseState>

/** The newest case about a record of a unit the person may see, or that came to the person's desk. */
export async function findCase(context: Context, about: About): Promise<{ id: CaseId | null; state: State | null }> {
  requireSignedIn(context)
  const asked = { kind: about.subjectKind, id: sql`${about.subjectId}::uuid` }
  const row = await read(context.db, (reader) =>
    newestCase(reader, about)
      .innerJoin('directoryUnit', 'directoryUnit.id', 'flowCase.unitId')
      .where(sql<boolean>`(${visibleTo(context.actor)} or ${isAskedAbout(context.actor, asked)})`)
      .executeTakeFirst(),
  )
  return row === undefined ? { id: null, state: null } : { id: CaseId.parse(row.id), state: row.state as State }
}

/** For the module whose record it is: the case that is still on its way. */
export async function findRunningCase(reader: Reader, about: About): Promise<string | null> {
  const row = await newestCase(reader, about).where('flowCase.state', '=', 'running').executeTakeFirst()
  return row?.id ?? null
}

function newestCase(reader: Reader, { subjectKind, subjectId }: About) {
  return reader
    .selectFrom('flowCase')
    .select(['flowCase.id', 'flowCase.state'])
    .where('flowCase.subjectKind', '=', subjectKind)
    .where('flowCase.subjectId', '=', subjectId)
    .orderBy('flowCase.startedAt', 'desc')
    .limit(1)
}
