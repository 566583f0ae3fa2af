import type { ChangeId } from '@shiji/contract/desk-changes'
import { type Context, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { selectChanges } from './change-store.ts'
import { showChange } from './show-change.ts'

export async function openChange(context: Context, { id }: { id: ChangeId }) {
  requirePermission(context, 'desk.read')
  const { actor, now, language } = context
  return read(context.db, async (reader) => {
    const row =
      (await selectChanges(reader, actor).where('change.id', '=', id).executeTakeFirst()) ?? refuse('not-found')
    const people = [row.filedBy, row.announcedBy, row.reportedBy].filter((one) => one !== null)
    const names = await namesOf(reader, people)
    const named = (person: string | null) => (person === null ? null : (names.get(person) ?? ''))
    const mayWork = actor.permissions.has('desk.work') && actor.unitId === row.unitId
    return {
      ...showChange(row, language),
      why: row.why,
      backOut: row.backOut,
      filedBy: named(row.filedBy) ?? '',
      filedAt: row.filedAt.toString(),
      announcedAt: row.announcedAt?.toString() ?? null,
      announcedBy: named(row.announcedBy),
      announcement: row.announcement,
      resultNote: row.resultNote,
      beganAt: row.beganAt?.toString() ?? null,
      endedAt: row.endedAt?.toString() ?? null,
      reportedBy: named(row.reportedBy),
      mayMend: ['returned', 'withdrawn'].includes(row.state) && row.filedBy === actor.personId,
      mayAnnounce:
        mayWork &&
        row.state === 'approved' &&
        row.announcedAt === null &&
        Temporal.Instant.compare(now, row.plannedFrom) < 0,
      mayReport: mayWork && row.state === 'approved',
    }
  })
}

async function namesOf(reader: Reader, people: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await reader
    .selectFrom('directoryPerson')
    .select(['id', 'name'])
    .where('id', 'in', [...people])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
